import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { type Course, objectivesOf, type Section } from '../../courses/course.ts';
import { resetCourse, resetSection } from '../../progress/reset.ts';
import type { WriteResult } from '../../progress/write.ts';
import type { StatusMessage } from '../ui/ActionStatus.tsx';
import { deleteAll } from './delete-all.ts';
import type { SettingsStatus } from './settings-status.ts';

/** How long what was deleted can be brought back, in milliseconds. */
const SECOND_THOUGHTS = 60_000;

/** What brings back what was deleted last, and until when: the settings may be closed by then and opened again. */
let deletedLast: { restoreDeleted: () => Promise<void>; until: number } | undefined;

const deletedInWords = () => i18n.t('startOver.deleted');

/** What the settings say when they are opened. */
export function openingStatus(): { where: 'delete'; outcome: StatusMessage } | undefined {
  return deletedLast && { where: 'delete', outcome: { sentence: deletedInWords() } };
}

/** The ids of the objectives that `section` serves and of its resources. */
const idsOf = (course: Course, { id, resources }: Section) => [
  ...objectivesOf(course).flatMap((objective) => (objective.sections.includes(id) ? objective.id : [])),
  ...resources.map((resource) => resource.id),
];

/** Clears what was done in a section or a course, or deletes everything, which can be undone for a minute. */
export function useStartOver(course: Course, status: SettingsStatus) {
  const [deleted, setDeleted] = useState(deletedLast);
  const told = status.at('delete');
  useEffect(() => {
    if (!deleted) return undefined;
    const timer = setTimeout(() => setDeleted(undefined), deleted.until - Date.now());
    return () => clearTimeout(timer);
  }, [deleted]);
  const reset = (begin: () => Promise<WriteResult>) =>
    status.run('startOver', async () => {
      const { records, action } = await begin();
      return { sentence: i18n.t(records.length > 0 ? 'startOver.done' : 'startOver.nothing'), action };
    });
  const remember = (restoreDeleted: () => Promise<void>) => {
    const latest = { restoreDeleted, until: Date.now() + SECOND_THOUGHTS };
    deletedLast = latest;
    setTimeout(() => {
      if (deletedLast === latest) deletedLast = undefined;
    }, SECOND_THOUGHTS);
    setDeleted(latest);
  };

  return {
    told: status.at('startOver'),
    // It says that it can be undone, which is true no longer than the button is there.
    toldOfDeleting: !deleted && told?.sentence === deletedInWords() ? undefined : told,
    deleted: deleted !== undefined,
    onResetSection: (section: Section) =>
      reset(() => resetSection(course.id, section.id, idsOf(course, section))),
    onResetCourse: () => reset(() => resetCourse(course.id)),
    onDeleteEverything: () =>
      status.run('delete', async () => {
        await deleteAll(remember);
        return deletedInWords();
      }),
    onBringBack: () =>
      status.run('delete', async () => {
        await deleted?.restoreDeleted();
        deletedLast = undefined;
        setDeleted(undefined);
        return i18n.t('startOver.broughtBack');
      }),
    onUndo: (action: string) => status.undo('startOver', action),
  };
}
