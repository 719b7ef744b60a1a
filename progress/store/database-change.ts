import { rangeBetween, rangeUnder } from './database.ts';
import { inDatabase } from './database-store.ts';
import type { Store } from './store.ts';

const PAGE = 500;
const nothing = () => {};

/** @see Store */
export const count: Store['count'] = () => inDatabase((database) => database.count('records'));

/** @see Store */
export const page: Store['page'] = (after, before) =>
  inDatabase((database) => database.getAll('records', rangeBetween(after, before), PAGE));

/** @see Store */
export const actions: Store['actions'] = () => inDatabase((database) => database.getAll('actions'));

/** @see Store */
export const change: Store['change'] = (work) =>
  inDatabase(async (database) => {
    const transaction = database.transaction(['records', 'setAside', 'actions'], 'readwrite', {
      durability: 'strict',
    });
    const records = transaction.objectStore('records');
    const aside = transaction.objectStore('setAside');
    const log = transaction.objectStore('actions');
    try {
      const result = await work({
        get: (keys) => Promise.all(keys.map((key) => records.get(key))),
        under: (start) => records.getAll(rangeUnder(start)),
        action: (id) => log.get(id),
        // What fails from here on fails the transaction, which tells it.
        put: (record) => void records.put(record).catch(nothing),
        remove: (key) => void records.delete(key).catch(nothing),
        quarantine: (found) => void aside.add({ found, time: Date.now() }).catch(nothing),
        async release(fits) {
          const back: unknown[] = [];
          for await (const cursor of aside) {
            if (!fits(cursor.value.found)) continue;
            back.push(cursor.value.found);
            void cursor.delete().catch(nothing);
          }
          return back;
        },
        log: (action) => void log.put(action).catch(nothing),
        unlog: (ids) => {
          for (const id of ids) void log.delete(id).catch(nothing);
        },
        async empty() {
          const [all, actions, waiting] = await Promise.all([records.getAll(), log.getAll(), aside.getAll()]);
          for (const store of [records, aside, log]) void store.clear().catch(nothing);
          return { records: all, actions, aside: waiting.map(({ found }) => found) };
        },
      });
      await transaction.done;
      return result;
    } catch (error) {
      // Where `work` failed, what it wrote before is taken back; a transaction that has failed is over.
      try {
        transaction.abort();
      } catch {}
      await transaction.done.catch(nothing);
      throw transaction.error ?? error;
    }
  });
