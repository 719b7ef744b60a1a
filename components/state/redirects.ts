import type { Resource } from '../../courses/course.ts';
import { mayHaveMoved } from '../../courses/moved.ts';
import { recordMove } from '../../progress/moves.ts';
import { type Address, pageOf } from '../../sites/address.ts';
import type { ShownPage } from './shown-page.ts';

/** A link of a resource that was opened and has not landed yet. */
export interface OpenedLink {
  course: string;
  resource: Resource;
  /** The page that it leads to, and the one that the tab showed when it was opened. */
  page: Address;
  before: Address | undefined;
  /** The tab's load then. */
  load: number;
  /** Whether the tab has shown the page itself. */
  passed?: boolean;
}

/** The address that the course's pack gives a resource. */
const packAddress = ({ movedBy, formerly, address }: Resource) =>
  (movedBy ? formerly?.[0] : undefined) ?? address;

/**
 * Where `link` has landed elsewhere by a redirect or a stub; `null` while it has not landed, undefined where it is
 * where it should be or where nobody can tell what led there.
 */
function landingOf(
  link: OpenedLink,
  { tab, address, info, fresh, stubs }: ShownPage,
): Address | null | undefined {
  const page = address && pageOf(address);
  if (tab.load <= link.load) return null;
  const here = page === link.page;
  link.passed ||= here;
  // A stub is not the end of the way, whatever led to it.
  if (!tab.complete || (page && (!fresh || info?.kind === 'moved'))) return null;
  // Whether a page that was shown has led on by itself, or its reader went on from it, only a stub tells.
  const ledOn = !link.passed || stubs.has(link.page);
  if (!page || here || page === link.before || !ledOn) return undefined;
  return info?.kind === 'content' && mayHaveMoved(link.page, page) ? page : undefined;
}

/**
 * Tells what the tab of `link` shows now. If a redirect has led it elsewhere, the move is saved; a move that cannot be saved
 * is dropped, since the next link finds it again.
 * @returns whether the opened link has landed
 */
export function detectRedirect(link: OpenedLink, shown: ShownPage): boolean {
  const landing = landingOf(link, shown);
  const { course, resource } = link;
  if (landing) recordMove(course, resource.id, packAddress(resource), landing).catch(() => {});
  return landing !== null;
}
