import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { HANDBOOK_KEYS } from '../../catalog/handbooks.ts';
import { type Course, objectivesOf, type Section } from '../../courses/course.ts';
import { deleteEverything, restoreDeleted } from '../../progress/backups/delete-everything.ts';
import { resetCourse, resetSection } from '../../progress/reset.ts';
import type { WriteResult } from '../../progress/write.ts';
import { readDrafts, removeDrafts, restoreDrafts } from '../notes/note-drafts.ts';
import { SHORTCUTS_KEY } from '../state/shortcuts.ts';
import { offerUndo } from '../state/undo.ts';
import { deletedText, recentDeletion, type SettingsStatus } from './settings-status.ts';

/** How long a deletion can be undone, in milliseconds. */
const UNDO_TIME = 60_000;

const loadKey = () => import('../../credentials/key.ts');

/**
 * Deletes everything that is saved on this computer except the added handbooks, whose access the browser manages, and the setting of
 * the shortcuts, which some readers need in order to use the panel.
 * @param onDeleted receives a function that restores everything, as soon as anything is deleted
 * @throws Fault if progress can't be deleted; then nothing was deleted
 */
async function deleteAll(onDeleted: (restore: () => Promise<void>) => void): Promise<void> {
  const { readPair, savePair, forgetKey } = await loadKey();
  const [pair, drafts] = [await readPair(), await readDrafts()];
  const deleted = await deleteEverything([...Object.values(HANDBOOK_KEYS), SHORTCUTS_KEY]);
  onDeleted(async () => {
    // Last, since sync starts again with progress.
    await restoreDrafts(drafts);
    if (pair) await savePair(pair);
    await restoreDeleted(deleted);
  });
  await forgetKey();
  await removeDrafts();
}

/** The ids of a section's objectives and resources. */
const idsOf = (course: Course, { id, resources }: Section) => [
  ...objectivesOf(course).flatMap((objective) => (objective.sections.includes(id) ? objective.id : [])),
  ...resources.map((resource) => resource.id),
];

/** Resets a section or a course, or deletes everything. Deleting can be undone for a minute. */
export function useStartOver(course: Course, status: SettingsStatus) {
  const [deleted, setDeleted] = useState(recentDeletion.current);
  const message = status.at('delete');
  useEffect(() => {
    if (!deleted) return undefined;
    const timer = setTimeout(() => setDeleted(undefined), deleted.until - Date.now());
    return () => clearTimeout(timer);
  }, [deleted]);
  const reset = (write: () => Promise<WriteResult>) =>
    status.run('startOver', async () => {
      const { records, action } = await write();
      // The panel offers it, too, when the settings are closed.
      if (records.length > 0) offerUndo(i18n.t('startOver.done'), action);
      return { sentence: i18n.t(records.length > 0 ? 'startOver.done' : 'startOver.nothing'), action };
    });
  const remember = (restore: () => Promise<void>) => {
    const latest = { restore, until: Date.now() + UNDO_TIME };
    recentDeletion.current = latest;
    setTimeout(() => {
      if (recentDeletion.current === latest) recentDeletion.current = undefined;
    }, UNDO_TIME);
    setDeleted(latest);
  };

  return {
    message: status.at('startOver'),
    // The text says that the deletion can be undone, so it disappears together with the button.
    deletionMessage: !deleted && message?.sentence === deletedText() ? undefined : message,
    deleted: deleted !== undefined,
    onResetSection: (section: Section) =>
      reset(() => resetSection(course.id, section.id, idsOf(course, section))),
    onResetCourse: () => reset(() => resetCourse(course.id)),
    onDeleteEverything: () =>
      status.run('delete', async () => {
        await deleteAll(remember);
        return deletedText();
      }),
    onUndoDelete: () =>
      status.run('delete', async () => {
        await deleted?.restore();
        recentDeletion.current = undefined;
        setDeleted(undefined);
        return i18n.t('startOver.broughtBack');
      }),
    onUndo: (action: string) => status.undo('startOver', action),
  };
}
