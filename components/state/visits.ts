import type { Match } from '../../courses/match.ts';
import type { ShownTab } from '../../platform/shown-tab.ts';
import type { ShownPage } from './shown-page.ts';

/** How long a page must be shown with the panel open to count as read, in milliseconds. */
const READING_TIME = 5000;

/** A resource whose page is shown, in the tab that shows it. */
export interface Visit {
  course: string;
  resource: string;
  tab: ShownTab;
}

/** Whether the reader sees the tab. A tab next to a side panel is visible whenever the panel is. */
export const isSeen = ({ inFront = !document.hidden }: Pick<ShownTab, 'inFront'>): boolean => inFront;

/**
 * Returns the resource that the reader visits by reading the shown page: the page exists and is the resource's page, at its
 * current or a former address. Nothing is visited while the tab is behind a panel in a tab.
 */
export function visitOf(shown: ShownPage | undefined, match: Match | undefined): Visit | undefined {
  if (!shown?.fresh || shown.info?.kind !== 'content' || match?.reason === 'within') return undefined;
  const { resource, course } = match ?? {};
  if (!course || !resource || resource.gone || shown.tab.inFront === false) return undefined;
  return { course: course.id, resource: resource.id, tab: shown.tab };
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
