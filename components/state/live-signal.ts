import { computed, effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import { type Answer, liveQuery, type Query, unanswered } from '../../progress/live-query.ts';

interface LiveSignal<T> {
  /** What is known of the answer to the current query; never the answer to a query with another key. */
  answer: ReadonlySignal<Answer<T>>;
  /** Begins to ask. @returns a function that stops it */
  start(): () => void;
}

/**
 * A live query as a signal.
 * @param keyOf the key of the query to ask now: with another key another query is asked
 * @param queryOf how the query with this key is read, and when again
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
