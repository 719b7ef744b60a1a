import type { Resource } from '../../courses/course.ts';
import { mayHaveMoved } from '../../courses/moved.ts';
import { recordMove } from '../../progress/moves.ts';
import { type Address, pageOf } from '../../sites/address.ts';
import type { ShownPage } from './shown-page.ts';

/** A resource's link that was opened and whose page hasn't loaded yet. */
export interface OpenedLink {
  course: string;
  resource: Resource;
  /** The page that it links to. */
  page: Address;
  /** The page that the tab showed when the link was opened. */
  before: Address | undefined;
  /** The number of the tab's load when the link was opened. */
  load: number;
  /** Whether the tab has shown the linked page itself. */
  passed?: boolean;
}

/** The address of a resource as the course's pack has it. */
const packAddress = ({ movedBy, formerly, address }: Resource) =>
  (movedBy ? formerly?.[0] : undefined) ?? address;

/**
 * Returns the page that a redirect or a stub led to instead of the linked page.
 * @returns `null` while the page is still loading; undefined if the link led to its own page, or if the reader may have
 *   navigated from there
 */
function landingOf(
  link: OpenedLink,
  { tab, address, info, fresh, stubs }: ShownPage,
): Address | null | undefined {
  const page = address && pageOf(address);
  if (tab.load <= link.load) return null;
  const here = page === link.page;
  link.passed ||= here;
  // A stub redirects again.
  if (!tab.complete || (page && (!fresh || info?.kind === 'moved'))) return null;
  // Once the linked page was shown, the reader may have navigated on from there. Only a stub certainly redirected by itself.
  const ledOn = !link.passed || stubs.has(link.page);
  if (!page || here || page === link.before || !ledOn) return undefined;
  return info?.kind === 'content' && mayHaveMoved(link.page, page) ? page : undefined;
}

/**
 * Checks whether an opened link was redirected, and saves where its page has moved. A move that can't be saved is dropped: it is
 * detected again when the link is opened next time.
 * @returns whether the link is done with: its tab has loaded a page
 */
export function detectRedirect(link: OpenedLink, shown: ShownPage): boolean {
  const landing = landingOf(link, shown);
  const { course, resource } = link;
  if (landing) recordMove(course, resource.id, packAddress(resource), landing).catch(() => {});
  return landing !== null;
}
