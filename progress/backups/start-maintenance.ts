import { prefixesOf, tellAll } from '../changes.ts';
import { isRecord } from '../records.ts';
import { recordKeyOf } from '../store/fallback-store.ts';
import { withProgressLock } from '../store/locks.ts';
import { openStore } from '../store/open-store.ts';
import { type AreaChanges, JOURNAL, storageArea, WRITTEN } from '../store/storage-area.ts';
import { mergeInto } from '../write.ts';
import { scheduleMaintenance } from './journal.ts';
import { runMaintenance } from './maintain.ts';
import { mergeSnapshots, type Restored, readRestored } from './restore.ts';

/** Merges the journal entries with these keys into progress, which announces what is new. */
async function mergeJournal(keys: string[]): Promise<void> {
  const entries = Object.values((await storageArea?.get(keys)) ?? {});
  // A missing entry is in a snapshot by now, or everything was deleted and there is no snapshot either.
  if (entries.length < keys.length) await mergeSnapshots();
  else await mergeInto(entries.flat().filter(isRecord));
}

/**
 * Firefox's private windows have progress in the fallback store and do not receive BroadcastChannel messages from normal
 * windows. So both sides watch `storage.local`: private windows see each other's records and the journal of normal windows, and
 * normal windows see that the fallback store was written to.
 */
async function onAreaChange(changes: AreaChanges): Promise<void> {
  const keys = Object.keys(changes).filter((key) => changes[key]?.newValue !== undefined);
  const isWritten = keys.includes(WRITTEN);
  const journal = keys.filter((key) => key.startsWith(JOURNAL));
  if (!isWritten && journal.length === 0) return;
  if (!(await openStore()).fallbackReason) {
    if (isWritten) scheduleMaintenance();
    return;
  }
  if (isWritten) tellAll(prefixesOf(keys.flatMap((key) => recordKeyOf(key) ?? [])));
  if (journal.length > 0) await withProgressLock(() => mergeJournal(journal));
}

let isStarted = false;

/**
 * Runs maintenance for the first time in a panel, and from then on follows what other windows write to the storage area. If
 * maintenance fails, it runs again after the next action.
 * @returns what was restored, if the reader has not dismissed that notice yet
 */
export async function startMaintenance(): Promise<Restored | undefined> {
  if (!isStarted)
    storageArea?.onChanged?.addListener((changes) => void onAreaChange(changes).catch(() => {}));
  isStarted = true;
  await runMaintenance().catch(() => {});
  return readRestored().catch(() => undefined);
}
