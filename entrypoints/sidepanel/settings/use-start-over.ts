import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { type Course, objectivesOf, type Section } from '../../../courses/course.ts';
import { deleteEverything } from '../../../progress/delete-everything.ts';
import { doorOf } from '../../../progress/door.ts';
import type { ProgressRecord } from '../../../progress/records.ts';
import { resetCourse, resetSection } from '../../../progress/reset.ts';
import type { Written } from '../../../progress/write.ts';
import { KEYS } from '../handbooks.ts';

/** How long what was deleted can be brought back, in milliseconds. */
const SECOND_THOUGHTS = 60_000;

/** What was deleted last, and until when it can be brought back: the settings may be closed meanwhile and opened again. */
let deletedLast: { records: readonly ProgressRecord[]; until: number } | undefined;

/** The ids of the objectives that `section` serves and of its resources. */
const idsOf = (course: Course, { id, resources }: Section) => [
  ...objectivesOf(course).flatMap((objective) => (objective.sections.includes(id) ? objective.id : [])),
  ...resources.map((resource) => resource.id),
];

/** Takes back what was done in a section or a course, or deletes everything, which for a minute can be brought back. */
export function useStartOver(course: Course) {
  const [deleted, setDeleted] = useState(deletedLast);
  const [saying, setSaying] = useState(deleted && i18n.t('startOver.deleted'));
  useEffect(() => {
    if (!deleted) return undefined;
    const timer = setTimeout(() => {
      setDeleted(undefined);
      setSaying(undefined);
    }, deleted.until - Date.now());
    return () => clearTimeout(timer);
  }, [deleted]);
  const say = async (done: Promise<unknown>, sentence: string) => {
    try {
      await done;
      setSaying(sentence);
    } catch (error) {
      setSaying(i18n.t('backup.failed', [String(error)]));
    }
  };
  const reset = async (taking: Promise<Written>) => {
    try {
      const { records } = await taking;
      setSaying(i18n.t(records.length > 0 ? 'startOver.done' : 'startOver.nothing'));
    } catch (error) {
      setSaying(i18n.t('backup.failed', [String(error)]));
    }
  };
  const keepForAWhile = async () => {
    const records = await doorOf().readAll();
    // What handbooks are read is an access of the browser's: it is given back where they are removed.
    await deleteEverything(Object.values(KEYS));
    await (await import('../../../credentials/key.ts')).forgetKey();
    await (await import('../notes/note-drafts.ts')).forgetDrafts();
    const latest = { records, until: Date.now() + SECOND_THOUGHTS };
    deletedLast = latest;
    setTimeout(() => {
      if (deletedLast === latest) deletedLast = undefined;
    }, SECOND_THOUGHTS);
    setDeleted(latest);
  };
  const bringBack = async () => {
    await doorOf().mergeInto(deleted?.records ?? []);
    deletedLast = undefined;
    setDeleted(undefined);
  };

  return {
    saying,
    deleted: deleted !== undefined,
    onResetSection: (section: Section) =>
      void reset(resetSection(course.id, section.id, idsOf(course, section))),
    onResetCourse: () => void reset(resetCourse(course.id)),
    onDeleteEverything: () => void say(keepForAWhile(), i18n.t('startOver.deleted')),
    onBringBack: () => void say(bringBack(), i18n.t('startOver.broughtBack')),
  };
}
