import * as v from 'valibot';
import { SnapshotSchema } from '../backups/snapshot.ts';
import { startsOf } from '../kind-prefixes.ts';
import { isRecord } from '../records.ts';
import type { Fault } from './fault.ts';
import { openStore } from './open-store.ts';
import { entriesUnder, JOURNAL, LATEST_SNAPSHOT, storageArea } from './storage-area.ts';
import { pagesWithoutPacks } from './store.ts';

/** What changes the storage status: everything but what is written every few seconds by itself. */
export const SAVED = startsOf(({ frequent }) => !frequent);

/** Where progress is stored, as far as the browser tells. Times are milliseconds since 1970. */
export interface StorageStatus {
  store: 'database' | 'area';
  /** Why it is not in the database, or can only be read there. */
  fallbackReason: Fault | undefined;
  /** When something was last saved, by the clock of the device that wrote it; undefined if nothing was. */
  lastSaved: number | undefined;
  lastSnapshot: number | undefined;
  /** Whether something was written since the last snapshot. */
  written: boolean;
  /** Whether the browser may delete progress when the disk gets full; undefined if it does not tell. */
  evictable: boolean | undefined;
}

/**
 * Reads where progress is stored, when it was last saved, and whether the browser may evict it.
 * @param unlimited whether the extension has the permission `unlimitedStorage`, with which the browser never evicts it
 * @throws Fault if progress cannot be read
 */
export async function readStorageStatus(unlimited: boolean): Promise<StorageStatus> {
  const store = await openStore();
  let lastSaved: number | undefined;
  for await (const page of pagesWithoutPacks(store))
    for (const record of page)
      if (isRecord(record) && record.time > (lastSaved ?? 0)) lastSaved = record.time;
  const snapshot = (await storageArea?.get(LATEST_SNAPSHOT))?.[LATEST_SNAPSHOT];
  return {
    store: store.fallbackReason && store.fallbackReason.kind !== 'newer' ? 'area' : 'database',
    fallbackReason: store.fallbackReason,
    lastSaved,
    lastSnapshot: v.is(SnapshotSchema, snapshot) ? snapshot.time : undefined,
    written: (await entriesUnder(JOURNAL)).length > 0,
    evictable: unlimited ? false : await navigator.storage?.persisted?.().then((persisted) => !persisted),
  };
}
