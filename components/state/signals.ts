import { computed, effect, type ReadonlySignal, type Signal, signal, untracked } from '@preact/signals';
import { useLayoutEffect, useState } from 'preact/hooks';
import { type Answer, liveQuery, type Query, unanswered } from '../../progress/live-query.ts';

interface LiveSignal<T> {
  /** The answer to the current query so far; never the answer to a query with another key. */
  answer: ReadonlySignal<Answer<T>>;
  /** Starts the query. @returns a function that stops it */
  start(): () => void;
}

/**
 * A live query as a signal.
 * @param keyOf computes the key of the current query from other signals; a new key replaces the query
 * @param queryOf returns how to read the query with this key, and which changes make it run again
 */
export function liveSignal<T>(
  keyOf: () => string,
  queryOf: (key: string) => Omit<Query<T>, 'key'>,
): LiveSignal<T> {
  const latest = signal<Answer<T>>();
  const live = liveQuery<T>((answer) => {
    latest.value = answer;
  });
  const key = computed(keyOf);
  return {
    answer: computed(() => (latest.value?.key === key.value ? latest.value : unanswered<T>(key.value))),
    start() {
      const end = effect(() => {
        const asked = key.value;
        untracked(() => live.ask({ key: asked, ...queryOf(asked) }));
      });
      return () => {
        end();
        live.stop();
      };
    },
  };
}

/** The answer to `query` so far, updated after every change; never the answer to a query with another key. */
export function useLive<T>(query: Query<T>): Answer<T> {
  const [answer, setAnswer] = useState<Answer<T>>();
  const [live] = useState(() => liveQuery<T>(setAnswer));
  useLayoutEffect(() => live.ask(query), [query.key]);
  useLayoutEffect(() => live.stop, []);
  return answer?.key === query.key ? answer : unanswered(query.key);
}

/**
 * A signal that is computed from other signals and from its own previous value. It is updated when one of those signals changes,
 * never while rendering.
 * @param next computes the new value; it runs again whenever a signal that it reads changes
 */
export function remembered<T>(first: T, next: (before: T) => T): Signal<T> {
  const value = signal(first);
  effect(() => {
    value.value = next(value.peek());
  });
  return value;
}
