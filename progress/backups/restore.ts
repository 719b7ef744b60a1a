import * as v from 'valibot';
import { isRecord, type ProgressRecord } from '../records.ts';
import { stampEntries } from '../stamp.ts';
import { withProgressLock } from '../store/locks.ts';
import { openStore } from '../store/open-store.ts';
import { entriesUnder, JOURNAL, RESTORED, SNAPSHOT, storageArea } from '../store/storage-area.ts';
import type { Store } from '../store/store.ts';
import { mergeInto } from '../write.ts';
import { decodeSnapshot } from './snapshot.ts';

const RestoredSchema = v.object({
  time: stampEntries.time,
  /** Number of records that were restored. */
  records: v.number(),
  /** Number of damaged snapshots and journal entries. */
  damaged: v.number(),
});

/** What was restored, for the notice in the panel. */
export type Restored = v.InferOutput<typeof RestoredSchema>;

/**
 * Merges the latest undamaged snapshot and the journal into progress. From a damaged snapshot it takes what can be read, and goes on
 * with the one before. What was restored is stored for the notice. Call it in `withProgressLock`.
 * @throws Fault as `mergeInto` does, and whatever the storage area throws
 */
export async function mergeSnapshots(): Promise<Restored> {
  const records: ProgressRecord[] = [];
  let damaged = 0;
  for (const [, stored] of (await entriesUnder(SNAPSHOT)).reverse()) {
    const snapshot = await decodeSnapshot(stored);
    records.push(...snapshot.records);
    if (snapshot.whole) break;
    damaged++;
  }
  for (const [, entry] of await entriesUnder(JOURNAL)) {
    if (Array.isArray(entry)) records.push(...entry.filter(isRecord));
    else damaged++;
  }
  const written = records.length === 0 ? [] : (await mergeInto(records)).records;
  // The fallback store is filled from snapshots routinely: that restores nothing that was lost.
  const restored = (await openStore()).fallbackReason ? 0 : written.length;
  const result = { time: Date.now(), records: restored, damaged };
  if (restored + damaged > 0) await storageArea?.set({ [RESTORED]: result });
  return result;
}

/** Whether this document has filled the fallback store from the snapshots and the journal. */
let isFilled = false;

/**
 * Restores progress from the snapshots, as far as they can be read, if `store` has lost it.
 * @returns what was restored; undefined if nothing had to be restored, or nothing could be
 */
export async function restore(store: Store): Promise<Restored | undefined> {
  // A fallback store is always filled, even if it has records, because the database that it stands in for has more.
  if (store.fallbackReason && (isFilled || store.fallbackReason.kind === 'newer')) return undefined;
  try {
    return await withProgressLock(async () => {
      // Another panel may have restored it already, or the database may have other courses.
      if (!store.fallbackReason && (await store.count()) > 0) return undefined;
      const restored = await mergeSnapshots();
      isFilled ||= store.fallbackReason !== undefined;
      return restored;
    });
  } catch {
    return undefined;
  }
}

/** What was restored, if the reader has not dismissed the notice yet. */
export async function readRestored(): Promise<Restored | undefined> {
  const stored = (await storageArea?.get(RESTORED))?.[RESTORED];
  return v.is(RestoredSchema, stored) ? stored : undefined;
}

/** Dismisses the notice of what was restored. */
export async function dismissRestored(): Promise<void> {
  await storageArea?.remove(RESTORED);
}
