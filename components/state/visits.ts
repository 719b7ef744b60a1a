import { type Match, resourceRead } from '../../courses/match.ts';
import type { ShownTab } from '../../platform/shown-tab.ts';
import type { ResourceVisit } from '../../progress/actions.ts';
import type { ShownPage } from './shown-page.ts';

/** How long a page must be shown with the panel open to count as read, in milliseconds. */
const READING_TIME = 5000;

/** A resource whose page is shown, in the tab that shows it. */
export interface Visit extends ResourceVisit {
  tab: ShownTab;
}

/** Whether the reader sees the tab. A tab next to a side panel is visible whenever the panel is. */
export const isSeen = ({ inFront = !document.hidden }: Pick<ShownTab, 'inFront'>): boolean => inFront;

/** The resources that the reader reads by reading a page with these `matches`: at most one in each course, none below a resource. */
export const resourcesIn = (matches: readonly Match[]): ResourceVisit[] =>
  matches.flatMap((match) => {
    const resource = resourceRead(match);
    return resource && !resource.gone ? { course: match.course.id, resource: resource.id } : [];
  });

/**
 * Returns the resources that the reader visits by reading the shown page: the page exists and is their page, at its current or a
 * former address. Nothing is visited while the tab is behind a panel in a tab.
 * @param matches where the page is in the courses
 */
export function visitsOf(shown: ShownPage | undefined, matches: readonly Match[]): Visit[] {
  if (!shown?.fresh || shown.info?.kind !== 'content' || shown.tab.inFront === false) return [];
  return resourcesIn(matches).map((visit) => ({ ...visit, tab: shown.tab }));
}

/**
 * Waits until the visited page has been shown for five seconds, or longer if the window is hidden at that moment.
 * @param record is called once the visit counts
 * @returns a function that stops the waiting
 */
export function awaitVisit({ tab }: Visit, record: () => void): () => void {
  const began = Date.now();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const visit = () => {
    timer = undefined;
    record();
  };
  const wait = () => {
    timer = setTimeout(() => (isSeen(tab) ? visit() : wait()), READING_TIME);
  };
  wait();
  return () => {
    if (timer === undefined) return;
    clearTimeout(timer);
    // Browsers delay the timers of hidden tabs, so the time may have passed already.
    if (tab.inFront && Date.now() - began >= READING_TIME) visit();
  };
}

const keyOf = ({ course, resource, tab }: Visit) => JSON.stringify([course, resource, tab.id, tab.inFront]);

/**
 * Waits for several visits at once, since a page may be listed by several courses, each with other headings.
 * @param record is called with the visits that count from the same moment
 * @returns a function that gets the visits of the shown page after every change. What is still visited goes on being waited for.
 */
export function awaitVisits(record: (visits: Visit[]) => void): (visits: readonly Visit[]) => void {
  const waiting = new Map<string, () => void>();
  let counted: Visit[] = [];
  const count = (visit: Visit) => {
    counted.push(visit);
    if (counted.length > 1) return;
    // Visits that began together end one right after the other.
    setTimeout(() => {
      const visits = counted;
      counted = [];
      record(visits);
    });
  };
  return (visits) => {
    const now = new Map(visits.map((visit) => [keyOf(visit), visit]));
    for (const [key, stop] of waiting) {
      if (now.has(key)) continue;
      waiting.delete(key);
      stop();
    }
    for (const [key, visit] of now) {
      if (!waiting.has(key))
        waiting.set(
          key,
          awaitVisit(visit, () => count(visit)),
        );
    }
  };
}
