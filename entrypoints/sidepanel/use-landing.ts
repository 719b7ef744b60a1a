import { useEffect, useRef } from 'preact/hooks';
import type { Course, Resource } from '../../courses/course.ts';
import { mayHaveMoved } from '../../courses/moved.ts';
import { recordMove } from '../../progress/moves.ts';
import { type Address, pageOf } from '../../sites/address.ts';
import { addressOf } from '../../sites/index.ts';
import type { ShownPage } from './use-shown-page.ts';

/** A link of a resource that was opened and has not landed yet. */
interface Opening {
  course: string;
  resource: Resource;
  /** The page that it leads to, and the one that the tab showed when it was opened. */
  page: Address;
  before: Address | undefined;
  /** The tab's load then. */
  load: number;
  /** The tab showed the page itself; and it was seen to be a stub, which leads on. */
  passed: boolean;
  stub: boolean;
}

/** The address that the course's pack gives a resource. */
const packAddress = ({ movedBy, formerly, address }: Resource) =>
  (movedBy ? formerly?.[0] : undefined) ?? address;

/**
 * Where `opening` has landed elsewhere by a redirect or a stub; `null` while it has not landed, undefined where it is
 * where it should be or where nobody can tell what led there.
 */
function landingOf(opening: Opening, { tab, address, news, fresh }: ShownPage): Address | null | undefined {
  const page = address && pageOf(address);
  if (tab.load <= opening.load) return null;
  if (page === opening.page) {
    opening.passed = true;
    opening.stub ||= fresh && news?.kind === 'moved';
  }
  if (!tab.complete || (page && !fresh)) return null;
  if (page === opening.page) return opening.stub ? null : undefined;
  // Between the page and another one that its reader went on to nothing can be told apart, unless it was a stub.
  if (!page || page === opening.before || (opening.passed && !opening.stub)) return undefined;
  return news?.kind === 'content' && mayHaveMoved(opening.page, page) ? page : undefined;
}

/**
 * Learns where links lead: what it answers is to be called with every resource of a handbook that is opened from
 * the panel, in the tab with the id given. What cannot be kept is let go: it is learned at the next opening.
 */
export function useLanding(
  shown: ShownPage | undefined,
): (course: Course, resource: Resource, tabId: number | undefined) => void {
  const openings = useRef(new Map<number, Opening>()).current;
  useEffect(() => {
    const opening = shown && openings.get(shown.tab.id);
    if (!opening) return;
    const landing = landingOf(opening, shown);
    if (landing === null) return;
    openings.delete(shown.tab.id);
    const { course, resource } = opening;
    if (landing) recordMove(course, resource.id, packAddress(resource), landing).catch(() => {});
  }, [shown]);
  return (course, resource, tabId) => {
    if (tabId === undefined) return;
    openings.delete(tabId);
    const address = addressOf(resource.address);
    const inPlace = shown?.tab.id === tabId;
    const before = inPlace && shown.address ? pageOf(shown.address) : undefined;
    // A heading of the same page: nothing loads, nothing lands.
    if (!address || pageOf(address) === before) return;
    openings.set(tabId, {
      course: course.id,
      resource,
      page: pageOf(address),
      before,
      load: inPlace ? shown.tab.load : 0,
      passed: false,
      stub: false,
    });
  };
}
