import { type Catalog, matchIn } from '../../catalog/course-index.ts';
import { type Course, resourcesOf } from '../../courses/course.ts';
import type { Match } from '../../courses/match.ts';
import type { Place } from '../../courses/status.ts';
import type { Progress } from '../../progress/records.ts';
import { pageOf } from '../../sites/address.ts';
import { addressOf } from '../../sites/index.ts';
import { withTextFragment } from '../../sites/quote.ts';
import type { ShownPage } from './shown-page.ts';

/** `url` as it is, or where something in it may be a credential, its canonical address, which has none. */
const openly = (url: string) => (/[=@]|%3d|%40/i.test(url) ? (addressOf(url) ?? '') : url);

/** What the course calls a place: the resource there, else its section. */
const titleOf = (match: Match | undefined) => (match?.resource ?? match?.section)?.title;

const pageAt = (address: string) => pageOf(addressOf(address) ?? address);

/**
 * Where the reader was last in each course, while this panel was open.
 * @param before the same before `shown` was shown, by the courses' ids
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
 * Where the reader left off in `course`, and in no other: in this panel, else where it was saved, in both cases to the words if
 * these are known and the browser can; else at the resource visited last. It is named as the course names it. Undefined where
 * nothing is known, and on that very page.
 * @param read where the reader was last in it while this panel was open
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
  // A reader who is still there needs no way back.
  return found && shown?.address && pageAt(found.address) === pageOf(shown.address) ? undefined : found;
}

/** A saved place with the title that the course gives it, leading to its words. */
function asNamed(catalog: Catalog, course: Course, saved: NonNullable<Progress['place']>): Place {
  // Firefox finds the words of a link that an extension opens, but scrolls neither to them nor to the heading.
  const words = import.meta.env.FIREFOX ? '' : (saved.words ?? '');
  const matches = matchIn(catalog, addressOf(saved.address) ?? '', undefined);
  const title = titleOf(matches.find((each) => each.course === course)) ?? saved.title;
  return { title, address: withTextFragment(openly(saved.address), words) };
}
