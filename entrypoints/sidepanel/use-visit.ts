import { useEffect } from 'preact/hooks';
import type { Match } from '../../courses/match.ts';
import { recordVisit } from '../../progress/progress.ts';
import type { ProgressState } from './use-progress.ts';
import type { ShownPage } from './use-shown-page.ts';

/** How long a page must have been shown beside the open panel to count as read, in milliseconds. */
const READING_TIME = 5000;

/** Records a visit once a resource's own page, present or former, was shown for five seconds and is no missing page. */
export function useVisit(
  shown: ShownPage | undefined,
  match: Match | undefined,
  act: ProgressState['act'],
): void {
  const reads = shown?.news?.kind === 'content' && match?.reason !== 'within' && !match?.resource?.gone;
  const course = match?.course.id;
  const resource = reads ? match?.resource?.id : undefined;
  const tab = shown?.tab.id;
  useEffect(() => {
    if (!course || !resource || tab === undefined) return undefined;
    const timer = setTimeout(() => act(() => recordVisit(course, resource)), READING_TIME);
    return () => clearTimeout(timer);
  }, [course, resource, tab, act]);
}
