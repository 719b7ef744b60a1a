import { i18n } from '#i18n';
import { managedWithoutConflicts, NOTHING_STORED } from '../../catalog/library.ts';
import { type Managed, readManaged } from '../../catalog/managed.ts';
import { coursesOf } from '../../catalog/stored-packs.ts';
import type { Course } from '../../courses/course.ts';
import { inLanguage } from '../../courses/translation.ts';
import { under } from '../../progress/changes.ts';
import { COURSES, PACKS, readCourses } from '../../progress/courses.ts';
import { useLive } from '../state/use-live.ts';
import type { ManagedProps } from './Managed.tsx';

interface Read {
  managed: Managed;
  /** The courses that are shown; the others have ids that the reader's own ones have. */
  shown: readonly Course[];
}

async function read(): Promise<Read> {
  const [managed, { courses, packs }] = await Promise.all([
    readManaged(),
    readCourses().catch(() => NOTHING_STORED),
  ]);
  return { managed, shown: managedWithoutConflicts(managed.courses, courses, await coursesOf(packs)) };
}

// When the organisation sets something else, that counts as a change of everything.
const SET = { key: '', read, when: under(COURSES, PACKS) };

function inWords({ managed, shown }: Read, course: Course): ManagedProps {
  const titleOf = (each: Course) => inLanguage(each, i18n.t('language')).title;
  const { courses, handbooks, audience, sync, problems } = managed;
  const named = course.audiences.find(({ id }) => id === audience)?.title ?? audience;
  const taken = courses.filter((each) => !shown.includes(each));
  return {
    set: [
      ...shown.map((each) => i18n.t('managed.course', [titleOf(each)])),
      ...handbooks.map((address) => i18n.t('managed.handbook', [address])),
      ...(named ? [i18n.t('managed.audience', [named])] : []),
      ...(sync === false ? [i18n.t('managed.sync')] : []),
    ],
    wrong: [
      ...problems.map(({ place, reason }) => `${place}: ${reason}`),
      ...taken.map((each) => i18n.t('managed.taken', [titleOf(each), each.id])),
    ],
  };
}

/** What the organisation has set, in words, and whether it has switched sync off; read anew when something else is set. */
export function useManaged(course: Course): { forbidden: boolean; managed: ManagedProps | undefined } {
  const { found } = useLive(SET);
  const words = found && inWords(found, course);
  const isSet = words && words.set.length + words.wrong.length > 0;
  return { forbidden: found?.managed.sync === false, managed: isSet ? words : undefined };
}
