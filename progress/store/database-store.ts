import { forgetConnection, openDatabase, type ProgressDatabase, rangeUnder } from './database.ts';
import { faultOf } from './fault.ts';
import type { Store } from './store.ts';

/**
 * Does `work` in a connection to the database. The browser may have closed it without a word: then it is opened anew, once.
 * @throws Fault whatever is thrown
 */
export async function inDatabase<T>(
  work: (database: ProgressDatabase) => Promise<T>,
  again = true,
): Promise<T> {
  const database = await openDatabase();
  try {
    return await work(database);
  } catch (error) {
    const fault = faultOf(error);
    if (fault.kind !== 'closed' || !again) throw fault;
    forgetConnection();
    return inDatabase(work, false);
  }
}

const rest = () => import('./database-change.ts');

/** Progress in IndexedDB: where it is kept wherever the browser allows it. What is rarer than reading loads on demand. */
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
  count: async () => (await rest()).count(),
  page: async (after, before) => (await rest()).page(after, before),
  actions: async () => (await rest()).actions(),
  change: async (work) => (await rest()).change(work),
};
