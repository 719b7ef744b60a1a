/** The part of `browser.storage.local` that progress uses. Tests have one in memory. */
export interface StorageAreaLike {
  get(keys: string | string[] | null): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string | string[]): Promise<void>;
  onChanged?: { addListener(listener: (changes: AreaChanges) => void): void };
  /** Only in newer browsers. */
  getKeys?(): Promise<string[]>;
}

/** Changed items by their keys; one without a `newValue` was removed. */
export type AreaChanges = Record<string, { newValue?: unknown }>;

/*
 * The keys that progress has in the storage area. Names that end with a colon are prefixes. They are stored, so they never change.
 */

/** The id of this browser profile. */
export const DEVICE = 'device';
/** Records that were written since the last snapshot. */
export const JOURNAL = 'journal:';
/** Snapshots of all records: one per day, and the latest. */
export const SNAPSHOT = 'snapshot:';
/** It sorts after the days, which begin with a digit. */
export const LATEST_SNAPSHOT = `${SNAPSHOT}latest`;
/** What was restored, until the reader dismisses the notice. */
export const RESTORED = 'restored';
/** The fallback store: one item per record, per action in the log, and per quarantined item. */
export const RECORD = 'record:';
export const ACTION = 'action:';
export const QUARANTINED = 'aside:';
/** A random value, new after every write to the fallback store: the database does not have those records yet. */
export const WRITTEN = 'written';

/** The storage area; undefined before `setStorageArea`, or where there is none. */
export let storageArea: StorageAreaLike | undefined;

/** Sets the storage area. Only `startProgress` and tests call it. */
export function setStorageArea(area: StorageAreaLike): void {
  storageArea = area;
}

/** Everything in the storage area under keys that begin with `prefix`, sorted by key. */
export async function entriesUnder(prefix: string): Promise<[key: string, value: unknown][]> {
  if (!storageArea) return [];
  // Without `getKeys`, everything has to be read to know the keys.
  const keys = (await storageArea.getKeys?.())?.filter((key) => key.startsWith(prefix)) ?? null;
  if (keys?.length === 0) return [];
  return Object.entries(await storageArea.get(keys))
    .filter(([key]) => key.startsWith(prefix))
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
