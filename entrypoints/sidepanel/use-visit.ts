import { useEffect } from 'preact/hooks';
import type { Match } from '../../courses/match.ts';
import type { ShownPage } from './use-shown-page.ts';

async function record(course: string, resource: string): Promise<void> {
  await (await import('../../progress/actions.ts')).recordVisit(course, resource);
}

/** How long a page must have been shown beside the open panel to count as read, in milliseconds. */
const READING_TIME = 5000;

/**
 * Records a visit once a resource's own page, present or former, was shown for five seconds and is no missing page. A
 * window that nobody sees shows nothing. A visit that cannot be kept is not the reader's doing: it is let go.
 */
export function useVisit(shown: ShownPage | undefined, match: Match | undefined): void {
  const read = shown?.fresh && shown.news?.kind === 'content' && match?.reason !== 'within';
  const course = match?.course.id;
  const resource = read && !match?.resource?.gone ? match?.resource?.id : undefined;
  const tab = shown?.tab.id;
  useEffect(() => {
    if (!course || !resource || tab === undefined) return undefined;
    let timer: ReturnType<typeof setTimeout>;
    const wait = () => {
      timer = setTimeout(() => {
        if (document.hidden) wait();
        else record(course, resource).catch(() => {});
      }, READING_TIME);
    };
    wait();
    return () => clearTimeout(timer);
  }, [course, resource, tab]);
}
