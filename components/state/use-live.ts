import { useLayoutEffect, useState } from 'preact/hooks';
import { type Answer, liveQuery, type Query, unanswered } from '../../progress/live-query.ts';

/** What is known of the answer to `query`, now and after every change; never that to a query with another key. */
export function useLive<T>(query: Query<T>): Answer<T> {
  const [answer, setAnswer] = useState<Answer<T>>();
  const [live] = useState(() => liveQuery<T>(setAnswer));
  useLayoutEffect(() => live.ask(query), [query.key]);
  useLayoutEffect(() => live.stop, []);
  return answer?.key === query.key ? answer : unanswered(query.key);
}
