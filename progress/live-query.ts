import { type Fault, faultOf } from './store/fault.ts';

/** A question whose answer changes. */
export interface Query<T> {
  /** What it asks: two queries with one key have the same answer. */
  key: string;
  read(): Promise<T>;
  /** Calls `again` whenever the answer may be another. @returns a function that stops it */
  when(again: () => void): () => void;
}

/** What is known of the answer to the query with this key; nothing of it is ever of another. */
export interface Answer<T> {
  key: string;
  /** What was read last; undefined before something was. */
  found: T | undefined;
  /** Why the last reading failed, if it did: what was found before that may have changed. */
  failed: Fault | undefined;
}

export interface LiveQuery<T> {
  /** Asks `query` from now on, in place of the one before; nothing happens where that has the same key. */
  ask(query: Query<T>): void;
  stop(): void;
}

/** The answer to a query of which nothing is known yet. */
export function unanswered<T>(key: string): Answer<T> {
  return { key, found: undefined, failed: undefined };
}

/**
 * Follows the answer to one query at a time. A late answer to an earlier query is dropped, and so is one that was begun before another
 * that has answered already: it knows less. Readings do not wait for each other, so one that hangs holds nothing up.
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
    // First, so that no change passes between the two.
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
