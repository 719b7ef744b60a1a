import { useRef } from 'preact/hooks';
import { type Course, resourcesOf } from '../../courses/course.ts';
import type { Match } from '../../courses/match.ts';
import type { Place } from '../../courses/standing.ts';
import type { Progress } from '../../progress/records.ts';
import { pageOf } from '../../sites/address.ts';
import { addressOf } from '../../sites/index.ts';
import { quotedAddress } from '../../sites/quote.ts';
import type { ShownPage } from './use-shown-page.ts';

/**
 * Where the reader left off in the course: in this panel, else where it was kept, in both cases to the words if these are
 * known and the browser can; else at the resource visited last.
 */
export function useResume(
  shown: ShownPage | undefined,
  match: Match | undefined,
  course: Course,
  { place, lastVisit }: Progress,
): Place | undefined {
  const last = useRef<Place>(undefined);
  if (match?.section && shown?.tab.url && shown.news?.kind === 'content') {
    last.current = { title: (match.resource ?? match.section).title, address: shown.tab.url };
  }
  const here = last.current;
  if (place && (!here || pageOf(addressOf(here.address) ?? '') === pageOf(place.address))) {
    // Firefox finds the words for a link that an extension opens, but does not go there, nor to the heading.
    const words = import.meta.env.FIREFOX ? '' : place.words;
    return { title: place.title, address: quotedAddress(place.address, words) };
  }
  return here ?? resourcesOf(course).find(({ id }) => id === lastVisit?.resource);
}
