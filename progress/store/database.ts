import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB, type StoreNames } from 'idb';
import type { Action } from '../action.ts';
import { announceChange } from '../changes.ts';
import type { ProgressRecord } from '../records.ts';
import { Fault, faultOf } from './fault.ts';

export const NAME = 'waymark';

interface Schema extends DBSchema {
  /** What the reader did, by keys that begin with the course. Checked by their schema when they are read. */
  records: { key: ProgressRecord['key']; value: ProgressRecord };
  /** What was found in `records` and does not fit its schema, as it was. */
  setAside: { key: number; value: { found: unknown; time: number } };
  /** What was done and can be undone. */
  actions: { key: string; value: Action };
}

export type ProgressDatabase = IDBPDatabase<Schema>;
type Upgrade = IDBPTransaction<Schema, StoreNames<Schema>[], 'versionchange'>;

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
  (database) => {
    database.createObjectStore('actions', { keyPath: 'id' });
  },
];

let opened: Promise<ProgressDatabase> | undefined;

/** Gives the connection up, which is lost: the next call of `openDatabase` makes another. */
export function forgetConnection(): void {
  opened = undefined;
}

function lost(): void {
  forgetConnection();
  // What is shown may be gone: whoever shows it reads again, and learns it.
  announceChange();
}

/** Lets a version change of another window pass: nothing is under way in this connection, which would hold it up. */
export function closeForUpgrade(
  _version: number,
  _blocked: number | null,
  event: IDBVersionChangeEvent,
): void {
  (event.target as IDBDatabase).close();
  lost();
}

/** Held by whoever the browser has told that an older version holds the database. */
const BLOCKED = 'waymark-blocked';
/** How often who waits for the database asks whether another was told, ms. */
const ASK = 500;

function open(): Promise<ProgressDatabase> {
  return new Promise((resolve, reject) => {
    let waited = false;
    const tell = () => {
      clearInterval(asking);
      waited = true;
      reject(new Fault('blocked', 'an older version is open in another window'));
    };
    // The browser tells only the first of several that wait, which may be the background: the others learn it by a lock.
    const asking = setInterval(async () => {
      const { held = [] } = await navigator.locks.query();
      if (held.some(({ name }) => name === BLOCKED)) tell();
    }, ASK);
    const opening = openDB<Schema>(NAME, migrations.length, {
      async upgrade(database, from, _to, transaction) {
        for (const migrate of migrations.slice(from)) await migrate(database, transaction);
      },
      blocked() {
        tell();
        void navigator.locks.request(BLOCKED, { mode: 'shared' }, () => opening.catch(() => {}));
      },
      blocking: closeForUpgrade,
      terminated: lost,
    });
    opening.then(
      (database) => {
        clearInterval(asking);
        if (!database.objectStoreNames.contains('actions')) {
          database.close();
          opened = undefined;
          return reject(new Fault('failed', 'something else is stored under its name'));
        }
        opened = Promise.resolve(database);
        resolve(database);
        if (waited) announceChange();
      },
      (error: unknown) => {
        clearInterval(asking);
        opened = undefined;
        reject(faultOf(error));
      },
    );
  });
}

/**
 * The database of progress, brought to the present version; opened at the first call and whenever the
 * connection was lost since. Where an older version in another window holds it, it goes on waiting for that, and
 * announces a change when it is open.
 * @throws Fault where the browser refuses to open it, a newer version wrote it, or an older one holds it.
 */
export function openDatabase(): Promise<ProgressDatabase> {
  opened ??= open();
  return opened;
}

/** The range of all keys between two, neither of them included; undefined for all. */
export function rangeBetween(after: unknown, before: unknown): IDBKeyRange | undefined {
  if (after && before) return IDBKeyRange.bound(after, before, true, true);
  if (after) return IDBKeyRange.lowerBound(after, true);
  return before ? IDBKeyRange.upperBound(before, true) : undefined;
}

/** The range of all keys that begin with `start`. An array sorts after every string, so it ends the range. */
export function rangeUnder(start: readonly string[]): IDBKeyRange {
  return IDBKeyRange.bound(start, [...start, []]);
}
