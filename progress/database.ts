import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
import { announceChange } from './changes.ts';
import type { ProgressRecord } from './records.ts';

const NAME = 'waymark';

interface Schema extends DBSchema {
  /** What the reader did, by keys that begin with the course. Checked by their schema when they are read. */
  records: { key: ProgressRecord['key']; value: ProgressRecord };
  /** What was found in `records` and does not fit its schema, as it was. */
  setAside: { key: number; value: { found: unknown; time: number } };
}

type ProgressDatabase = IDBPDatabase<Schema>;
type Upgrade = IDBPTransaction<Schema, ('records' | 'setAside')[], 'versionchange'>;

/**
 * One step a version, in order. Append only: a step that a release has shipped is never changed, since
 * readers' databases have already gone through it.
 */
const migrations: ((database: ProgressDatabase, transaction: Upgrade) => void | Promise<void>)[] = [
  (database) => {
    database.createObjectStore('records', { keyPath: 'key' });
    database.createObjectStore('setAside', { autoIncrement: true });
  },
  // Records could not be merged before: they get what their stamp lacks.
  async (_, transaction) => {
    for await (const cursor of transaction.objectStore('records')) {
      void cursor.update({ ...cursor.value, count: 0, device: '' });
    }
  },
];

let opened: Promise<ProgressDatabase> | undefined;

/**
 * The database of progress, brought to the present version; opened at the first call and whenever the
 * connection was lost since.
 * @throws DOMException as IndexedDB does, where the browser refuses to open it or a newer version wrote it.
 */
export async function openDatabase(): Promise<ProgressDatabase> {
  const forget = () => {
    opened = undefined;
    // What is shown may be gone: whoever shows it reads again, and learns it.
    announceChange();
  };
  opened ??= openDB<Schema>(NAME, migrations.length, {
    async upgrade(database, from, _to, transaction) {
      for (const migrate of migrations.slice(from)) await migrate(database, transaction);
    },
    // A newer version in another window waits for this connection: let it pass, nothing is under way in it.
    blocking(_version, _blocked, event) {
      (event.target as IDBDatabase).close();
      forget();
    },
    terminated: forget,
  });
  try {
    return await opened;
  } catch (error) {
    opened = undefined;
    throw error;
  }
}

/** The key range of everything of one course. An array sorts after every string, so it ends the range. */
export function courseRange(course: string): IDBKeyRange {
  return IDBKeyRange.bound([course], [course, []]);
}
