import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB, type StoreNames } from 'idb';
import type { Action } from '../action.ts';
import { announceChange } from '../changes.ts';
import type { ProgressRecord } from '../records.ts';
import { Fault, faultOf } from './fault.ts';

/** The name of the database. */
export const NAME = 'waymark';

interface Schema extends DBSchema {
  /** What the reader did. Whoever reads records checks them against their schema. */
  records: { key: ProgressRecord['key']; value: ProgressRecord };
  /** The quarantine: what was found in `records` and does not fit its schema, unchanged. */
  setAside: { key: number; value: { found: unknown; time: number } };
  /** The log of actions, from which actions can be undone. */
  actions: { key: string; value: Action };
}

export type ProgressDatabase = IDBPDatabase<Schema>;
type Upgrade = IDBPTransaction<Schema, StoreNames<Schema>[], 'versionchange'>;

/**
 * One step per version, in order. Only append: a step that was released must never change, because readers' databases have
 * already gone through it.
 */
const migrations: ((database: ProgressDatabase, transaction: Upgrade) => void | Promise<void>)[] = [
  (database) => {
    database.createObjectStore('records', { keyPath: 'key' });
    database.createObjectStore('setAside', { autoIncrement: true });
  },
  // Records of 0.1.0 have no `count` and `device`, without which they cannot be merged.
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

/** Forgets the connection, because it is lost. The next call of `openDatabase` opens another. */
export function forgetConnection(): void {
  opened = undefined;
}

function onLostConnection(): void {
  forgetConnection();
  // The data may be lost too, so whoever shows it has to read it again.
  announceChange();
}

/** Closes this connection so that another window can upgrade the database. */
export function closeForUpgrade(
  _version: number,
  _blocked: number | null,
  event: IDBVersionChangeEvent,
): void {
  (event.target as IDBDatabase).close();
  onLostConnection();
}

/** The lock that a document holds once the browser has told it that an older version has the database open. */
const BLOCKED = 'waymark-blocked';
/** How often a document that waits for the database looks for that lock, in milliseconds. */
const ASK = 500;

function open(): Promise<ProgressDatabase> {
  return new Promise((resolve, reject) => {
    let waited = false;
    const tell = () => {
      clearInterval(asking);
      waited = true;
      reject(new Fault('blocked', 'an older version is open in another window'));
    };
    // The browser tells only the first document that waits, which may be the background. The others see the lock.
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
      terminated: onLostConnection,
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
 * The database of progress, migrated to the current version. It is opened at the first call, and again after the connection was
 * lost. If an older version in another window has the database open, this rejects, keeps waiting for that window, and
 * announces a change once the database is open.
 * @throws Fault if the browser refuses to open it, a newer version wrote it, or an older version has it open
 */
export function openDatabase(): Promise<ProgressDatabase> {
  opened ??= open();
  return opened;
}

/** The range of all keys between two bounds, both exclusive; undefined for all keys. */
export function rangeBetween(after: unknown, before: unknown): IDBKeyRange | undefined {
  if (after && before) return IDBKeyRange.bound(after, before, true, true);
  if (after) return IDBKeyRange.lowerBound(after, true);
  return before ? IDBKeyRange.upperBound(before, true) : undefined;
}

/** The range of all keys that begin with `start`. In IndexedDB an array sorts after every string, so `[]` ends the range. */
export function rangeUnder(start: readonly string[]): IDBKeyRange {
  return IDBKeyRange.bound(start, [...start, []]);
}
