import {
  forgetConnection,
  openDatabase,
  type ProgressDatabase,
  rangeBetween,
  rangeUnder,
} from './database.ts';
import { faultOf } from './fault.ts';
import type { Store, Transaction } from './store.ts';

/** How many records a page has. */
const PAGE = 500;

/**
 * Runs `work` with a connection to the database. The browser may have closed the connection without notice: then it is opened
 * once more.
 * @throws Fault for any error
 */
async function inDatabase<T>(work: (database: ProgressDatabase) => Promise<T>, retry = true): Promise<T> {
  const database = await openDatabase();
  try {
    return await work(database);
  } catch (error) {
    const fault = faultOf(error);
    if (fault.kind !== 'closed' || !retry) throw fault;
    forgetConnection();
    return inDatabase(work, false);
  }
}

/** An error of a single request fails the whole transaction, which reports it. */
const ignore = () => {};

function begin(database: ProgressDatabase): {
  transaction: Transaction;
  done: Promise<void>;
  abort(): unknown;
} {
  const all = database.transaction(['records', 'setAside', 'actions'], 'readwrite', { durability: 'strict' });
  const records = all.objectStore('records');
  const quarantine = all.objectStore('setAside');
  const log = all.objectStore('actions');
  const transaction: Transaction = {
    get: (keys) => Promise.all(keys.map((key) => records.get(key))),
    under: (start) => records.getAll(rangeUnder(start)),
    action: (id) => log.get(id),
    put: (record) => void records.put(record).catch(ignore),
    remove: (key) => void records.delete(key).catch(ignore),
    quarantine: (found) => void quarantine.add({ found, time: Date.now() }).catch(ignore),
    async release(fits) {
      const released: unknown[] = [];
      for await (const cursor of quarantine) {
        if (!fits(cursor.value.found)) continue;
        released.push(cursor.value.found);
        void cursor.delete().catch(ignore);
      }
      return released;
    },
    log: (action) => void log.put(action).catch(ignore),
    unlog: (ids) => {
      for (const id of ids) void log.delete(id).catch(ignore);
    },
    async empty() {
      const [found, actions, waiting] = await Promise.all([
        records.getAll(),
        log.getAll(),
        quarantine.getAll(),
      ]);
      for (const store of [records, quarantine, log]) void store.clear().catch(ignore);
      return { records: found, actions, quarantined: waiting.map((each) => each.found) };
    },
  };
  /** Undoes what was written. A transaction that has failed already cannot be aborted. */
  const abort = () => {
    try {
      all.abort();
    } catch {}
    return all.done.catch(ignore).then(() => all.error);
  };
  return { transaction, done: all.done, abort };
}

/** Progress in IndexedDB, which is used wherever the browser allows it. */
export const databaseStore: Store = {
  read: (starts) =>
    inDatabase(async (database) => {
      const transaction = database.transaction(['records', 'setAside']);
      const records = transaction.objectStore('records');
      const [quarantined, ...found] = await Promise.all([
        transaction.objectStore('setAside').count(),
        ...starts.map((start) => records.getAll(rangeUnder(start))),
      ]);
      return { found: found.flat(), quarantined };
    }),
  count: () => inDatabase((database) => database.count('records')),
  page: (after, before) =>
    inDatabase((database) => database.getAll('records', rangeBetween(after, before), PAGE)),
  actions: () => inDatabase((database) => database.getAll('actions')),
  change: (work) =>
    inDatabase(async (database) => {
      const { transaction, done, abort } = begin(database);
      try {
        const result = await work(transaction);
        await done;
        return result;
      } catch (error) {
        throw (await abort()) ?? error;
      }
    }),
};
