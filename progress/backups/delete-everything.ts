import { announceChange } from '../changes.ts';
import { faultOf } from '../store/fault.ts';
import { withProgressLock } from '../store/locks.ts';
import { openStore } from '../store/open-store.ts';
import { entriesUnder, JOURNAL, storageArea } from '../store/storage-area.ts';
import type { StoreContents } from '../store/store.ts';
import { restoreContents } from '../write.ts';

/** Everything that was deleted, in memory. */
export interface Deleted {
  /** What the store held; undefined once it is restored. */
  stored: StoreContents | undefined;
  /** What the storage area held: backups, the sync switch, the device id, the fallback store's records. */
  kept: readonly [key: string, value: unknown][];
}

/** @throws Fault if the storage area refuses */
async function remove(keys: string[]): Promise<void> {
  try {
    if (keys.length > 0) await storageArea?.remove(keys);
  } catch (error) {
    throw faultOf(error);
  }
}

/**
 * Deletes everything that was ever saved here, and so switches sync off. It deletes the backups first, so that nothing is restored
 * from them, then the records and the log of actions. It holds the progress lock, so nothing that another panel does at the
 * same time brings anything back.
 * @param except keys of the storage area that have nothing to do with progress, and stay
 * @returns what was deleted, for `restoreDeleted`
 * @throws Fault if something can't be deleted; then everything is still there
 */
export async function deleteEverything(except: readonly string[] = []): Promise<Deleted> {
  const deleted = await withProgressLock(async () => {
    const store = await openStore();
    if (store.fallbackReason?.kind === 'newer') throw store.fallbackReason;
    const kept = (await entriesUnder('')).filter(([key]) => !except.includes(key));
    await remove(kept.map(([key]) => key));
    try {
      const stored = await store.change((transaction) => transaction.empty());
      // Another panel may have added to the journal since, because it does that right after its write.
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
 * Restores everything that `deleteEverything` deleted: records, history, quarantine, automatic backups, and the sync switch last.
 * What the reader has done since stays. After a failure it can be called again.
 * @throws Fault if something can't be written
 */
export async function restoreDeleted(deleted: Deleted): Promise<void> {
  await withProgressLock(async () => {
    if (deleted.stored) await restoreContents(deleted.stored);
    deleted.stored = undefined;
    try {
      const present = new Set((await entriesUnder('')).map(([key]) => key));
      // This includes the sync switch: sync goes on if it was on.
      const missing = deleted.kept.filter(([key]) => !present.has(key));
      if (missing.length > 0) await storageArea?.set(Object.fromEntries(missing));
    } catch (error) {
      throw faultOf(error);
    }
  });
  announceChange();
}
