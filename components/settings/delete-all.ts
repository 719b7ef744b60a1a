import { HANDBOOK_KEYS } from '../../catalog/handbooks.ts';
import { deleteEverything, restoreDeleted } from '../../progress/backups/delete-everything.ts';
import { readDrafts, removeDrafts, restoreDrafts } from '../notes/note-drafts.ts';

const loadKey = () => import('../../credentials/key.ts');

/**
 * Deletes all that is saved on this computer but the added handbooks: those come with access that the browser keeps.
 * @param onDeleted gets what brings all of it back, as soon as anything is deleted
 * @throws Fault where progress can't be deleted; then everything is still there
 */
export async function deleteAll(onDeleted: (back: () => Promise<void>) => void): Promise<void> {
  const { readPair, keepPair, forgetKey } = await loadKey();
  const [pair, drafts] = [await readPair(), await readDrafts()];
  const deleted = await deleteEverything(Object.values(HANDBOOK_KEYS));
  onDeleted(async () => {
    // Sync comes back with progress: it is last.
    await restoreDrafts(drafts);
    if (pair) await keepPair(pair);
    await restoreDeleted(deleted);
  });
  await forgetKey();
  await removeDrafts();
}
