import * as v from 'valibot';
import { isAction } from '../action.ts';
import { dayOf } from '../records.ts';
import { databaseStore } from '../store/database-store.ts';
import { withFallbackLock, withProgressLock } from '../store/locks.ts';
import { openStore } from '../store/open-store.ts';
import {
  entriesUnder,
  JOURNAL,
  LATEST_SNAPSHOT,
  RECORD,
  SNAPSHOT,
  storageArea,
  WRITTEN,
} from '../store/storage-area.ts';
import { pagesOf, type Store } from '../store/store.ts';
import { mergeInto, releaseQuarantine } from '../write.ts';
import { mergeSnapshots } from './restore.ts';
import { encodeSnapshot, SnapshotSchema } from './snapshot.ts';

/** How many daily snapshots are kept. */
const DAYS = 7;
/** How many actions the log keeps, and how many records these may have written together; it always keeps the last action. */
const ACTIONS = 100;
const RECORDS = 20_000;

/** Removes the oldest entries from the log of actions. */
async function shortenLog(store: Store): Promise<void> {
  const old: string[] = [];
  let actions = 0;
  let records = 0;
  for (const action of (await store.actions()).reverse()) {
    if (!isAction(action)) continue;
    records += action.wrote.length;
    if (++actions > ACTIONS || (records > RECORDS && actions > 1)) old.push(action.id);
  }
  if (old.length > 0) await store.change(async (transaction) => transaction.unlog(old));
}

/**
 * Makes a snapshot of the database if something was written since the last one, or if today has none, and removes all but the last
 * seven daily snapshots. If the database has fewer records than the last snapshot, records were lost, since no action deletes
 * any: then that snapshot is merged into the database first.
 * @throws Fault if progress cannot be read, and whatever the storage area throws; the earlier snapshots are then unchanged
 */
async function makeSnapshot(store: Store): Promise<void> {
  if (!storageArea) return;
  const today = `${SNAPSHOT}${dayOf(Date.now())}`;
  // Read the journal before the records: then the records include everything in it.
  const journal = (await entriesUnder(JOURNAL)).map(([key]) => key);
  const stored = await storageArea.get([LATEST_SNAPSHOT, today]);
  const latest = v.is(SnapshotSchema, stored[LATEST_SNAPSHOT]) ? stored[LATEST_SNAPSHOT] : undefined;
  if (journal.length === 0 && latest && stored[today] && (await store.count()) >= latest.count) return;
  let made = await encodeSnapshot(pagesOf(store));
  if (latest && made.count < latest.count) {
    await mergeSnapshots();
    made = await encodeSnapshot(pagesOf(store));
  }
  if (made.count === 0) return;
  await storageArea.set({ [LATEST_SNAPSHOT]: made, ...(stored[today] ? {} : { [today]: made }) });
  const days = (await entriesUnder(SNAPSHOT)).map(([key]) => key).filter((key) => key !== LATEST_SNAPSHOT);
  await storageArea.remove([...journal, ...days.slice(0, -DAYS)]);
}

/**
 * Merges what was written to the fallback store into the database, which could not be opened at that time or in that window. The
 * fallback store keeps it, because a private window may still be showing it.
 * @throws Fault if it cannot be written; the next call tries again
 */
async function mergeFallback(): Promise<void> {
  const written = (await storageArea?.get(WRITTEN))?.[WRITTEN];
  if (!storageArea || written === undefined) return;
  const records = await withFallbackLock(() => entriesUnder(RECORD));
  await mergeInto(
    records.map(([, record]) => record),
    undefined,
    databaseStore,
  );
  await withFallbackLock(async () => {
    // If something was written since, the next maintenance merges that.
    if ((await storageArea?.get(WRITTEN))?.[WRITTEN] === written) await storageArea?.remove(WRITTEN);
  });
}

/**
 * Does what progress needs from time to time: releases what fits from quarantine, merges the fallback store into the database,
 * makes a snapshot, and shortens the log of actions.
 * @throws Fault if progress cannot be read, and whatever the storage area throws
 */
export async function runMaintenance(): Promise<void> {
  const store = await openStore();
  if ((await store.read([])).quarantined > 0) await releaseQuarantine();
  if (!store.fallbackReason) {
    await withProgressLock(async () => {
      await mergeFallback();
      await makeSnapshot(store);
    });
  }
  if (store.fallbackReason?.kind !== 'newer') await shortenLog(store);
}
