import { useLayoutEffect, useState } from 'preact/hooks';
import { type Answer, liveQuery, type Query, unanswered } from '../../progress/live-query.ts';

/** The answer to `query` so far, updated after every change; never the answer to a query with another key. */
export function useLive<T>(query: Query<T>): Answer<T> {
  const [answer, setAnswer] = useState<Answer<T>>();
  const [live] = useState(() => liveQuery<T>(setAnswer));
  useLayoutEffect(() => live.ask(query), [query.key]);
  useLayoutEffect(() => live.stop, []);
  return answer?.key === query.key ? answer : unanswered(query.key);
}
