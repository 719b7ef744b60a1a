import { type Catalog, matchIn } from '../../catalog/course-index.ts';
import { type Course, resourcesOf } from '../../courses/course.ts';
import type { Match } from '../../courses/match.ts';
import type { Place } from '../../courses/status.ts';
import type { Progress } from '../../progress/records.ts';
import { pageOf } from '../../sites/address.ts';
import { addressOf } from '../../sites/index.ts';
import { withTextFragment } from '../../sites/quote.ts';
import type { ShownPage } from './shown-page.ts';

/** Returns `url` unchanged, or its canonical address if something in it may be a credential. */
const openly = (url: string) => (/[=@]|%3d|%40/i.test(url) ? (addressOf(url) ?? '') : url);

/** The title of a place in the course: that of the resource, or else of the section. */
const titleOf = (match: Match | undefined) => (match?.resource ?? match?.section)?.title;

const pageAt = (address: string) => pageOf(addressOf(address) ?? address);

/**
 * Returns where the reader was last in each course while this panel was open, by course id.
 * @param before the previous result, which is updated with the shown page
 * @param match where in a course the shown page is
 */
export function placesRead(
  before: ReadonlyMap<string, Place>,
  shown: ShownPage | undefined,
  match: Match | undefined,
): ReadonlyMap<string, Place> {
  if (!match?.section || !shown?.tab.url || shown.info?.kind !== 'content') return before;
  const place = { title: titleOf(match) ?? '', address: openly(shown.tab.url) };
  const known = before.get(match.course.id);
  if (known?.address === place.address && known.title === place.title) return before;
  return new Map(before).set(match.course.id, place);
}

/**
 * Returns where the reader left off in `course`: the last page read in this panel, or else the saved place, or else the resource
 * visited last. If the saved place is on that page, the link leads to the text that was being read, in browsers that can do that.
 * The title is that of the resource or section.
 * @param read where the reader was last in the course while this panel was open
 * @returns undefined if nothing is known or the place is on the shown page
 */
export function resumeIn(
  catalog: Catalog,
  course: Course,
  shown: ShownPage | undefined,
  read: Place | undefined,
  { place, lastVisit }: Pick<Progress, 'place' | 'lastVisit'>,
): Place | undefined {
  const saved = place && (!read || pageAt(read.address) === pageAt(place.address)) ? place : undefined;
  const found = saved
    ? asNamed(catalog, course, saved)
    : (read ?? resourcesOf(course).find(({ id }) => id === lastVisit?.resource));
  // On that page there is nothing to resume.
  return found && shown?.address && pageAt(found.address) === pageOf(shown.address) ? undefined : found;
}

/** Returns a saved place with its title in the course, as a link to the text that was being read. */
function asNamed(catalog: Catalog, course: Course, saved: NonNullable<Progress['place']>): Place {
  // If an extension opens a link with a text fragment, Firefox scrolls neither to the text nor to the heading.
  const words = import.meta.env.FIREFOX ? '' : (saved.words ?? '');
  const matches = matchIn(catalog, addressOf(saved.address) ?? '', undefined);
  const title = titleOf(matches.find((each) => each.course === course)) ?? saved.title;
  return { title, address: withTextFragment(openly(saved.address), words), words: saved.words ?? '' };
}
