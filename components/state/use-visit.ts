import { useEffect } from 'preact/hooks';
import type { Match } from '../../courses/match.ts';
import type { ShownTab } from '../../platform/shown-tab.ts';
import type { ShownPage } from './use-shown-page.ts';

async function record(course: string, resource: string): Promise<void> {
  await (await import('../../progress/actions.ts')).recordVisit(course, resource);
}

/** How long a page must have been shown beside the open panel to count as read, in milliseconds. */
const READING_TIME = 5000;

/** Whether the reader sees what the tab shows: beside the panel that is whenever they see the panel. */
export const isSeen = ({ inFront = !document.hidden }: ShownTab): boolean => inFront;

/**
 * Records a visit once a resource's own page, present or former, was shown for five seconds and is no missing page. A
 * window that nobody sees shows nothing, nor does a tab behind that of the panel. A visit that cannot be kept is not the
 * reader's doing: it is let go.
 */
export function useVisit(shown: ShownPage | undefined, match: Match | undefined): void {
  const read = shown?.fresh && shown.news?.kind === 'content' && match?.reason !== 'within';
  const course = match?.course.id;
  const resource = read && !match?.resource?.gone ? match?.resource?.id : undefined;
  const { id: tab, inFront } = shown?.tab ?? {};
  useEffect(() => {
    if (!course || !resource || !shown || inFront === false) return undefined;
    const began = Date.now();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const visit = () => {
      timer = undefined;
      record(course, resource).catch(() => {});
    };
    const wait = () => {
      timer = setTimeout(() => (isSeen(shown.tab) ? visit() : wait()), READING_TIME);
    };
    wait();
    return () => {
      if (timer === undefined) return;
      clearTimeout(timer);
      // The timers of a tab that nobody sees are late.
      if (inFront && Date.now() - began >= READING_TIME) visit();
    };
  }, [course, resource, tab, inFront]);
}
