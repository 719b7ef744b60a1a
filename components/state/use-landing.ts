import { useEffect, useRef } from 'preact/hooks';
import type { Course, Resource } from '../../courses/course.ts';
import { pageOf } from '../../sites/address.ts';
import { addressOf } from '../../sites/index.ts';
import type { Opening } from './redirects.ts';
import type { ShownPage } from './use-shown-page.ts';

/**
 * Learns where links lead: what it answers is to be called with every tab in which something is opened from the panel,
 * and the resource, if it is one's link. What was opened in the tab before, and has not landed, is let go.
 */
export function useLanding(
  shown: ShownPage | undefined,
): (tabId: number | undefined, course: Course, resource: Resource | undefined) => void {
  const openings = useRef(new Map<number, Opening>()).current;
  useEffect(() => {
    const id = shown?.tab.id ?? -1;
    const opening = openings.get(id);
    if (!shown || !opening) return;
    void import('./redirects.ts').then(({ landed }) => {
      if (openings.get(id) === opening && landed(opening, shown)) openings.delete(id);
    });
  }, [shown]);
  return (tabId, course, resource) => {
    if (tabId === undefined) return;
    openings.delete(tabId);
    const address = resource && addressOf(resource.address);
    const inPlace = shown?.tab.id === tabId;
    const before = inPlace && shown.address ? pageOf(shown.address) : undefined;
    // A heading of the same page: nothing loads, nothing lands.
    if (!address || pageOf(address) === before) return;
    const load = inPlace ? shown.tab.load : 0;
    openings.set(tabId, { course: course.id, resource, page: pageOf(address), before, load });
  };
}
