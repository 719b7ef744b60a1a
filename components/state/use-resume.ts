import { useRef } from 'preact/hooks';
import { matchPage } from '../../catalog/course-index.ts';
import { type Course, resourcesOf } from '../../courses/course.ts';
import type { Match } from '../../courses/match.ts';
import type { Place } from '../../courses/status.ts';
import type { Progress } from '../../progress/records.ts';
import { pageOf } from '../../sites/address.ts';
import { addressOf } from '../../sites/index.ts';
import { withTextFragment } from '../../sites/quote.ts';
import type { ShownPage } from './use-shown-page.ts';

/** `url` as it is, or where something in it may be a credential, the canonical address, which has none. */
const openly = (url: string) => (/[=@]|%3d|%40/i.test(url) ? (addressOf(url) ?? '') : url);

/** What the course calls a place: the resource there, else its section. */
const titleOf = (match: Match | undefined) => (match?.resource ?? match?.section)?.title;

/**
 * Where the reader left off in `course`, and in no other: in this panel, else where it was saved, in both cases to the words if
 * these are known and the browser can; else at the resource visited last. It is named as the course names it. Undefined where
 * nothing is known, and on that very page.
 */
export function useResume(
  shown: ShownPage | undefined,
  match: Match | undefined,
  course: Course,
  { place, lastVisit }: Progress,
): Place | undefined {
  const places = useRef(new Map<string, Place>()).current;
  if (match?.section && shown?.tab.url && shown.news?.kind === 'content')
    places.set(course.id, { title: titleOf(match) ?? '', address: openly(shown.tab.url) });
  const here = places.get(course.id);
  const pageAt = (address: string) => pageOf(addressOf(address) ?? address);
  const kept = place && (!here || pageAt(here.address) === pageAt(place.address)) ? place : undefined;
  // Firefox finds the words for a link that an extension opens, but does not go there, nor to the heading.
  const words = import.meta.env.FIREFOX ? '' : (kept?.words ?? '');
  const found = kept
    ? {
        title:
          titleOf(
            matchPage(addressOf(kept.address) ?? '', undefined).find((each) => each.course === course),
          ) ?? kept.title,
        address: withTextFragment(openly(kept.address), words),
      }
    : (here ?? resourcesOf(course).find(({ id }) => id === lastVisit?.resource));
  // Who is still there needs no way back.
  return found && shown?.address && pageAt(found.address) === pageOf(shown.address) ? undefined : found;
}
