import { i18n } from '#i18n';
import { knownCourses } from '../../catalog/course-index.ts';
import { NOTHING_STORED, readLibrary } from '../../catalog/library.ts';
import type { Managed } from '../../catalog/managed.ts';
import type { Course } from '../../courses/course.ts';
import { inLanguage } from '../../courses/translation.ts';
import { under } from '../../progress/changes.ts';
import { COURSES, PACKS, readCourses } from '../../progress/courses.ts';
import { useLive } from '../state/signals.ts';

/** The organisation's settings as texts. */
export interface ManagedTexts {
  set: readonly string[];
  /** The invalid parts of the policy, for the administrator. */
  wrong: readonly string[];
}

interface Read {
  managed: Managed;
  /** The managed courses that are shown: those whose id no course of the reader's own has. */
  shown: readonly Course[];
}

async function read(): Promise<Read> {
  const { managed, managedCourses } = await readLibrary(readCourses().catch(() => NOTHING_STORED));
  return { managed, shown: managedCourses };
}

// A change of the policy is announced as a change of everything.
const QUERY = { key: '', read, when: under(COURSES, PACKS) };

/** Describes the organisation's settings, each in one line. */
function describe({ managed, shown }: Read, course: Course): ManagedTexts {
  const titleOf = (each: Course) => inLanguage(each, i18n.t('language')).title;
  const { courses, handbooks, audience, sync, problems } = managed;
  const named = course.audiences.find(({ id }) => id === audience)?.title ?? audience;
  const hidden = courses.filter((each) => !shown.includes(each));
  return {
    set: [
      ...shown.map((each) => i18n.t('managed.course', [titleOf(each)])),
      ...handbooks.map((address) => i18n.t('managed.handbook', [address])),
      ...(named ? [i18n.t('managed.audience', [named])] : []),
      ...(sync === false ? [i18n.t('managed.sync')] : []),
    ],
    wrong: [
      ...problems.map(({ place, reason }) => `${place}: ${reason}`),
      ...hidden.map((each) => i18n.t('managed.taken', [titleOf(each), each.id])),
    ],
  };
}

/** The organisation's settings, if there are any, and whether it has turned sync off. Updated when the policy changes. */
export function useManaged(course: Course): { forbidden: boolean; managed: ManagedTexts | undefined } {
  const { found } = useLive(QUERY);
  const texts = found && describe(found, course);
  const isSet = texts && texts.set.length + texts.wrong.length > 0;
  return { forbidden: found?.managed.sync === false, managed: isSet ? texts : undefined };
}

/** The courses that the reader can choose from, the organisation's among them. */
export const coursesToChoose = (): readonly Course[] => knownCourses();
