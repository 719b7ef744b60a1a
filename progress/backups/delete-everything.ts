import { announceChange } from '../changes.ts';
import { withProgressLock } from '../progress-lock.ts';
import { entriesUnder } from '../store/area-entries.ts';
import { faultOf } from '../store/fault.ts';
import { storageArea } from '../store/storage-area.ts';
import { openStore, type Stored } from '../store/store.ts';
import { restoreStored } from '../write.ts';
import { JOURNAL } from './journal.ts';

/** All that was deleted, in memory. */
export interface Deleted {
  /** What the store held; undefined once it is back. */
  stored: Stored | undefined;
  /** What the storage area held: backups, the sync switch, the device's id, the fallback store's records. */
  kept: readonly [key: string, value: unknown][];
}

/** @throws Fault where the area refuses */
async function remove(keys: string[]): Promise<void> {
  try {
    if (keys.length > 0) await storageArea?.remove(keys);
  } catch (error) {
    throw faultOf(error);
  }
}

/**
 * Deletes all that was ever saved here, and switches sync off: first the backups, so that nothing comes back from them, then
 * the records and the log of actions. Nothing that another panel is doing at the time brings any of it back.
 * @param except keys of the storage area that have nothing to do with progress, and stay
 * @returns what was deleted, for `restoreDeleted`
 * @throws Fault where something can't be deleted; then everything is still there
 */
export async function deleteEverything(except: readonly string[] = []): Promise<Deleted> {
  const deleted = await withProgressLock(async () => {
    const store = await openStore();
    if (store.fallbackReason?.kind === 'newer') throw store.fallbackReason;
    const kept = (await entriesUnder('')).filter(([key]) => !except.includes(key));
    await remove(kept.map(([key]) => key));
    try {
      const stored = await store.change((transaction) => transaction.empty());
      // Another panel notes down what it wrote a moment after it wrote it.
      await remove((await entriesUnder(JOURNAL)).map(([key]) => key));
      return { stored, kept };
    } catch (error) {
      await storageArea?.set(Object.fromEntries(kept)).catch(() => {});
      throw error;
    }
  });
  announceChange();
  return deleted;
}

/**
 * Brings back all that `deleteEverything` deleted: records, history, what was set aside, automatic backups, and the sync switch
 * last. What the reader has done since stays. It can be called again after a failure.
 * @throws Fault where something can't be written
 */
export async function restoreDeleted(deleted: Deleted): Promise<void> {
  await withProgressLock(async () => {
    if (deleted.stored) await restoreStored(deleted.stored);
    deleted.stored = undefined;
    try {
      const now = new Set((await entriesUnder('')).map(([key]) => key));
      // The sync switch is among it, so that sync goes on where it was on.
      const missing = deleted.kept.filter(([key]) => !now.has(key));
      if (missing.length > 0) await storageArea?.set(Object.fromEntries(missing));
    } catch (error) {
      throw faultOf(error);
    }
  });
  announceChange();
}
