import { type Fault, faultOf } from './store/fault.ts';

/** A query of stored data, whose answer changes over time. */
export interface Query<T> {
  /** Identifies the query: two queries with one key have the same answer. */
  key: string;
  read(): Promise<T>;
  /** Calls `again` whenever the answer may have changed. @returns a function that stops it */
  when(again: () => void): () => void;
}

/** What is known of the answer to the query with this key, and never anything of another query. */
export interface Answer<T> {
  key: string;
  /** What was read last; undefined before the first read. */
  found: T | undefined;
  /** Why the last read failed, if it did. Then `found` may be out of date. */
  failed: Fault | undefined;
}

export interface LiveQuery<T> {
  /** Follows `query` from now on instead of the one before. A query with the same key changes nothing. */
  ask(query: Query<T>): void;
  stop(): void;
}

/** The answer to a query before its first read. */
export function unanswered<T>(key: string): Answer<T> {
  return { key, found: undefined, failed: undefined };
}

/**
 * Follows the answer to one query at a time. Late answers to an earlier query are dropped. So are answers of a read that began before
 * another one that has answered already, because they may be older. Reads do not wait for each other, so one that hangs blocks nothing.
 * @param tell is called with every answer
 */
export function liveQuery<T>(tell: (answer: Answer<T>) => void): LiveQuery<T> {
  let asked: string | undefined;
  let end = () => {};

  function follow({ key, read, when }: Query<T>): () => void {
    let begun = 0;
    let answered = 0;
    let found: T | undefined;
    const again = async () => {
      const turn = ++begun;
      let failed: Fault | undefined;
      let now: T | undefined;
      try {
        now = await read();
      } catch (error) {
        failed = faultOf(error);
      }
      if (turn < answered) return;
      answered = turn;
      if (!failed) found = now;
      tell({ key, found, failed });
    };
    // Subscribe before the first read, so that no change is missed.
    const stop = when(() => void again());
    void again();
    return () => {
      answered = Number.POSITIVE_INFINITY;
      stop();
    };
  }

  return {
    ask(query) {
      if (query.key === asked) return;
      end();
      asked = query.key;
      end = follow(query);
    },
    stop() {
      end();
      end = () => {};
      asked = undefined;
    },
  };
}
