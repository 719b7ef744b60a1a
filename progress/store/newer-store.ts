import { openDB } from 'idb';
import { isRecord } from '../records.ts';
import { NAME, rangeBetween, rangeUnder } from './database.ts';
import type { Fault } from './fault.ts';
import type { Store } from './store.ts';

/**
 * A database that a newer Waymark wrote, for reading only. Records that this version does not know are left out, and stay stored.
 * Writing, and reading what cannot be read, rejects with `fault`.
 */
export function newerStore(fault: Fault): Store {
  const records = async (range?: IDBKeyRange, count?: number): Promise<unknown[]> => {
    try {
      // An upgrade means that the database was deleted since. Don't create one.
      const upgrade = () => Promise.reject(fault);
      const database = await openDB(NAME, undefined, { upgrade });
      try {
        return await database.getAll('records', range, count);
      } finally {
        database.close();
      }
    } catch {
      throw fault;
    }
  };
  const refuse = () => Promise.reject(fault);
  return {
    fallbackReason: fault,
    async read(starts) {
      const found = await Promise.all(starts.map((start) => records(rangeUnder(start))));
      return { found: found.flat().filter(isRecord), quarantined: 0 };
    },
    count: async () => (await records()).length,
    page: (after, before) => records(rangeBetween(after, before), 500),
    actions: async () => [],
    change: refuse,
  };
}
