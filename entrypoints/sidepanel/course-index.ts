import { builtInCourses } from '../../assets/courses/index.ts';
import { indexCourses, type Match, matchAddress } from '../../courses/match.ts';
import type { PageNews } from '../../platform/messages.ts';
import { type Address, withAnchor } from '../../sites/address.ts';
import { addressOf } from '../../sites/index.ts';

const courseIndex = indexCourses(builtInCourses);

/**
 * Where in the courses a page is. `address` names the heading being read by its anchor, until `news` of the same
 * address tell how far the reader has come since.
 */
export function matchPage(address: Address, news: PageNews | undefined): Match | undefined {
  const { headings, reading = null } = news ?? {};
  const current = reading !== null && addressOf(news?.url ?? '') === address;
  return matchAddress(courseIndex, current ? withAnchor(address, reading) : address, headings);
}

/** The place of a resource elsewhere, which cannot be seen, but was opened from the panel. */
export function matchOpened(address: Address): Match | undefined {
  const match = matchAddress(courseIndex, address);
  return match && { ...match, reason: 'opened' };
}
