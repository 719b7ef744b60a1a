import { area } from './area.ts';
import { entriesUnder } from './area-entries.ts';
import { announceChange } from './changes.ts';
import { faultOf } from './fault.ts';
import { withSnapshots } from './restore.ts';
import { openStore } from './store.ts';

/**
 * Deletes all that was ever kept: first the snapshots, so that what is deleted cannot come back from them, then the records
 * and the log of actions. There is no way back.
 * @param except keys of the storage area that are none of progress, and stay
 * @throws Fault where something cannot be deleted; then the records are still there.
 */
export async function deleteEverything(except: readonly string[] = []): Promise<void> {
  await withSnapshots(async () => {
    const store = await openStore();
    if (store.instead?.kind === 'newer') throw store.instead;
    try {
      await area?.remove((await entriesUnder('')).map(([key]) => key).filter((key) => !except.includes(key)));
    } catch (error) {
      throw faultOf(error);
    }
    await store.change(async (transaction) => transaction.clear());
  });
  announceChange();
}
