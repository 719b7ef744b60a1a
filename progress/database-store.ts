import { forget, openDatabase, type ProgressDatabase, rangeUnder } from './database.ts';
import { faultOf } from './fault.ts';
import type { ProgressRecord } from './records.ts';
import type { Store } from './store.ts';

const PAGE = 500;
const STRICT = { durability: 'strict' } as const;

/** Begins a transaction. The browser may have closed the connection without a word: then it is opened anew, once. */
async function begin<T>(start: (database: ProgressDatabase) => T): Promise<T> {
  try {
    return start(await openDatabase());
  } catch (error) {
    if (faultOf(error).kind !== 'closed') throw error;
    forget();
    return start(await openDatabase());
  }
}

/** Runs `work`; whatever it throws is a fault. */
async function faulty<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw faultOf(error);
  }
}

/** Progress in IndexedDB: where it is kept wherever the browser allows it. */
export const databaseStore: Store = {
  read: (courses) =>
    faulty(async () => {
      const transaction = await begin((database) => database.transaction(['records', 'setAside']));
      const records = transaction.objectStore('records');
      const [setAside, ...found] = await Promise.all([
        transaction.objectStore('setAside').count(),
        ...courses.map((course) => records.getAll(rangeUnder([course]))),
      ]);
      return { found: found.flat(), setAside };
    }),

  async *pages() {
    let after: ProgressRecord['key'] | undefined;
    do {
      const range = after && IDBKeyRange.lowerBound(after, true);
      const page = await faulty(async () =>
        (await begin((database) => database.transaction('records'))).store.getAll(range, PAGE),
      );
      yield page;
      after = page.length < PAGE ? undefined : page.at(-1)?.key;
    } while (after);
  },

  change: (work) =>
    faulty(async () => {
      const transaction = await begin((database) =>
        database.transaction(['records', 'setAside', 'actions'], 'readwrite', STRICT),
      );
      const records = transaction.objectStore('records');
      // What fails here fails the transaction, which says so.
      const letGo = () => {};
      const result = work({
        get: (keys) => Promise.all(keys.map((key) => records.get(key))),
        under: (start) => records.getAll(rangeUnder(start)),
        put: (record) => void records.put(record).catch(letGo),
        remove: (key) => void records.delete(key).catch(letGo),
        setAside: (found) =>
          void transaction.objectStore('setAside').add({ found, time: Date.now() }).catch(letGo),
        log: (action) => void transaction.objectStore('actions').put(action).catch(letGo),
      });
      try {
        await Promise.all([result, transaction.done]);
      } catch (error) {
        // Where `work` failed, what it wrote before is taken back. A transaction that has failed is over.
        try {
          transaction.abort();
        } catch {}
        await transaction.done.catch(letGo);
        throw transaction.error ?? error;
      }
      return result;
    }),
};
