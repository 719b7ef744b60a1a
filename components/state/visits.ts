import type { Match } from '../../courses/match.ts';
import type { ShownTab } from '../../platform/shown-tab.ts';
import type { ShownPage } from './shown-page.ts';

/** How long a page must have been shown beside the open panel to count as read, in milliseconds. */
const READING_TIME = 5000;

/** A resource whose page is shown, in the tab that shows it. */
export interface Visit {
  course: string;
  resource: string;
  tab: ShownTab;
}

/** Whether the reader sees what the tab shows: beside the panel that is whenever they see the panel. */
export const isSeen = ({ inFront = !document.hidden }: Pick<ShownTab, 'inFront'>): boolean => inFront;

/**
 * The resource that is visited while `shown` is shown: the page is the resource's own, present or former, and is there. Nothing
 * is visited in a tab behind that of the panel.
 */
export function visitOf(shown: ShownPage | undefined, match: Match | undefined): Visit | undefined {
  if (!shown?.fresh || shown.info?.kind !== 'content' || match?.reason === 'within') return undefined;
  const { resource, course } = match ?? {};
  if (!course || !resource || resource.gone || shown.tab.inFront === false) return undefined;
  return { course: course.id, resource: resource.id, tab: shown.tab };
}

/**
 * Waits until the visited page has been shown for five seconds. A window that nobody sees shows nothing: it waits on.
 * @param record is called once the visit counts
 * @returns a function that ends the waiting
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
    // The timers of a tab that nobody sees are late.
    if (tab.inFront && Date.now() - began >= READING_TIME) visit();
  };
}
