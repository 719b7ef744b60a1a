import * as v from 'valibot';
import { JOURNAL } from '../backups/journal.ts';
import { LATEST_SNAPSHOT, pagesWithoutPacks } from '../backups/maintain.ts';
import { SnapshotSchema } from '../backups/snapshot.ts';
import { ANY, type Start } from '../changes.ts';
import { kinds } from '../kinds/index.ts';
import { isRecord } from '../records.ts';
import { entriesUnder } from './area-entries.ts';
import type { Fault } from './fault.ts';
import { storageArea } from './storage-area.ts';
import { openStore } from './store.ts';

/** What the keys begin with of what `readStorageStatus` tells of: all but where the reader is, which is saved by itself every few seconds. */
export const SAVED: Start[] = Object.keys(kinds).flatMap((kind) => (kind === 'place' ? [] : [[ANY, kind]]));

/** Where progress is kept, as far as the browser tells. */
export interface StorageStatus {
  store: 'database' | 'area';
  /** Why it is not in the database, or can only be read there. */
  fallbackReason: Fault | undefined;
  /** When something was last saved, by the clock of whoever wrote it; undefined before the first time. */
  lastSaved: number | undefined;
  /** When the last snapshot was made, and whether something has been written since. */
  lastSnapshot: number | undefined;
  written: boolean;
  /** Whether the browser may delete it when room gets short; undefined where it does not say. */
  evictable: boolean | undefined;
}

/**
 * StorageStatus progress is kept, when it was last saved, and whether the browser may evict it.
 * @param unlimited whether the extension has the permission `unlimitedStorage`, which keeps the browser from evicting it
 * @throws Fault where progress cannot be read.
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
