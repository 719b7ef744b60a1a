import * as v from 'valibot';
import { withProgressLock } from '../progress-lock.ts';
import { isRecord, type ProgressRecord } from '../records.ts';
import { stampEntries } from '../stamp.ts';
import { entriesUnder } from '../store/area-entries.ts';
import { storageArea } from '../store/storage-area.ts';
import { openStore, type Store } from '../store/store.ts';
import { mergeInto } from '../write.ts';
import { JOURNAL } from './journal.ts';
import { decodeSnapshot } from './snapshot.ts';

export const SNAPSHOT = 'snapshot:';
const RESTORED = 'restored';

const RestoredSchema = v.object({
  time: stampEntries.time,
  /** Number of records that came back. */
  records: v.number(),
  /** Number of snapshots and entries of the journal that are damaged. */
  damaged: v.number(),
});

/** What was brought back, for the reader to be told. */
export type Restored = v.InferOutput<typeof RestoredSchema>;

/**
 * Merges the latest snapshot that is whole, and what was written down since, into progress. Of a damaged one it takes what
 * can be read, and the one before as well. What came back is kept for the reader to be told. To be called in
 * `withProgressLock`.
 * @throws Fault as `mergeInto` does, and whatever the area throws
 */
export async function mergeSnapshots(): Promise<Restored> {
  const records: ProgressRecord[] = [];
  let damaged = 0;
  // The key of the latest sorts after those with a day.
  for (const [, stored] of (await entriesUnder(SNAPSHOT)).reverse()) {
    const unpacked = await decodeSnapshot(stored);
    records.push(...unpacked.records);
    if (unpacked.whole) break;
    damaged++;
  }
  for (const [, entry] of await entriesUnder(JOURNAL)) {
    if (Array.isArray(entry)) records.push(...entry.filter(isRecord));
    else damaged++;
  }
  const written = records.length === 0 ? [] : (await mergeInto(records)).records;
  // The area has nothing of its own to lose: it gets what the database has.
  const back = (await openStore()).fallbackReason ? 0 : written.length;
  const restored = { time: Date.now(), records: back, damaged };
  if (back + damaged > 0) await storageArea?.set({ [RESTORED]: restored });
  return restored;
}

/** Whether the area, where it stands in for the database, has got what the snapshots and the journal hold. */
let seeded = false;

/**
 * Brings progress back where `store` has lost it: from the snapshots, as far as they can be read.
 * @returns what came back; undefined where nothing was to be done, or nothing could
 */
export async function restore(store: Store): Promise<Restored | undefined> {
  // The area takes the place of a database that has more: it gets what the snapshots have of that, whatever it holds.
  if (store.fallbackReason && (seeded || store.fallbackReason.kind === 'newer')) return undefined;
  try {
    return await withProgressLock(async () => {
      // Another panel may have been quicker, or the database holds other courses.
      if (!store.fallbackReason && (await store.count()) > 0) return undefined;
      const restored = await mergeSnapshots();
      seeded ||= store.fallbackReason !== undefined;
      return restored;
    });
  } catch {
    return undefined;
  }
}

/** What was brought back and the reader has not yet put away. */
export async function readRestored(): Promise<Restored | undefined> {
  const stored = (await storageArea?.get(RESTORED))?.[RESTORED];
  return v.is(RestoredSchema, stored) ? stored : undefined;
}

/** Puts the news of what was brought back away. */
export async function dismissRestored(): Promise<void> {
  await storageArea?.remove(RESTORED);
}
