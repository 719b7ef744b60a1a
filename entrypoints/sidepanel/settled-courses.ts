import { i18n } from '#i18n';
import movesTable from '../../assets/sites/moves.json' with { type: 'json' };
import type { Course } from '../../courses/course.ts';
import type { MovedAddresses } from '../../courses/match.ts';
import { type Sighting, settle } from '../../courses/moved.ts';
import { inLanguage } from '../../courses/translation.ts';
import { readCourses } from '../../progress/courses.ts';
import { readMoves } from '../../progress/moves.ts';
import { movedAddresses, movedTo } from '../../sites/moves.ts';
import { coursesOf } from './library/kept-packs.ts';
import { libraryOf, NOTHING_KEPT } from './library/library.ts';

const moved = movedAddresses(movesTable);
let kept = NOTHING_KEPT;
let last: { packs: Course[]; learned: string } | undefined;

type Learned = Sighting & { course: string };
type Words = Readonly<Record<string, string>>;

async function sightingsOf(courses: readonly Course[]): Promise<Learned[]> {
  const records = await readMoves(courses.map(({ id }) => id)).catch(() => []);
  return records.map(({ key: [course, , resource, to], value, time }) => ({
    course,
    resource,
    to,
    time,
    ...value,
  }));
}

/** `course` with its objectives in the words of its page, where they are not translated. */
function inWords(course: Course, words: Words, language: string): Course {
  const translated = course.translations?.[language]?.objectives ?? {};
  const audiences = course.audiences.map((audience) => ({
    ...audience,
    objectives: audience.objectives.map((objective) => {
      const own = Object.hasOwn(words, objective.id) && !Object.hasOwn(translated, objective.id);
      return own ? { ...objective, text: words[objective.id] || objective.text } : objective;
    }),
  }));
  return { ...course, audiences };
}

/** `courses` with their links where they lead by the table of the handbook's moves and by `sightings`. */
function settleAll(courses: readonly Course[], sightings: readonly Learned[]): Course[] {
  const redirected = (address: string) => movedTo(movesTable, address);
  const byCourse = Map.groupBy(sightings, ({ course }) => course);
  return courses.map((each) => settle(each, redirected, byCourse.get(each.id) ?? []));
}

/** `course` with its links where they lead by what is known now. */
export async function settledCourse(course: Course): Promise<Course> {
  const [settled = course] = settleAll([course], await sightingsOf([course]));
  return settled;
}

/**
 * The courses of the reader's library that are not archived, `builtIn` ones and kept ones, in the reader's language and order;
 * with their links where they lead by the table of the handbook's moves and by what was learned, and the search for the addresses
 * that the table connects. Undefined where all that is as it was at the last call. Where progress cannot be read, what was
 * last read of it counts.
 */
export async function settledCourses(
  builtIn: readonly Course[],
): Promise<{ courses: Course[]; moved: MovedAddresses } | undefined> {
  kept = await readCourses().catch(() => kept);
  const library = libraryOf(builtIn, kept.courses, await coursesOf(kept.packs));
  const packs = library.flatMap(({ pack, archived }) => (pack && !archived ? [pack] : []));
  // Something has to be shown.
  if (packs.length === 0) packs.push(...builtIn);
  const sightings = await sightingsOf(packs);
  const words = packs.map(({ id }) => kept.words.get(id));
  const learned = JSON.stringify([sightings, words]);
  const same = packs.length === last?.packs.length && packs.every((pack, at) => pack === last?.packs[at]);
  if (same && learned === last?.learned) return undefined;
  last = { packs, learned };
  const language = i18n.t('language');
  const courses = settleAll(packs, sightings).map((course) => {
    const words = kept.words.get(course.id);
    // What is built in comes in the reader's language already.
    const isBuiltIn = builtIn.some(({ id }) => id === course.id);
    return isBuiltIn ? (words ? inWords(course, words, language) : course) : inLanguage(course, language);
  });
  return { courses, moved };
}
