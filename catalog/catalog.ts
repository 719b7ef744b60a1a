import { i18n } from '#i18n';
import movesTable from '../assets/sites/moves.json' with { type: 'json' };
import type { Course } from '../courses/course.ts';
import { type CourseIndex, indexInSteps } from '../courses/match.ts';
import { resolveMovedLinks, type Sighting } from '../courses/moved.ts';
import { inLanguage } from '../courses/translation.ts';
import { ANY, onChange } from '../progress/changes.ts';
import { COURSES, PACKS, readCourses, type StoredWording, WORDS } from '../progress/courses.ts';
import { readMoves } from '../progress/moves.ts';
import { currentCourse, SETTINGS } from '../progress/settings.ts';
import { createYielder } from '../progress/yielder.ts';
import { createMovedAddressLookup, movedTo } from '../sites/moves.ts';
import { withoutSecretsIn } from '../sites/secrets.ts';
import { checkPacks, libraryOf, NOTHING_STORED } from './library.ts';
import { lastManaged, readManaged, withPreferredAudience } from './managed.ts';

const moved = createMovedAddressLookup(movesTable);
/** What was last read of stored courses. */
let stored = NOTHING_STORED;
/** Whether all stored courses are read, not only the current one. */
let readsAll = false;
/** Whether the courses may have changed since they were last read. */
let stale = true;
onChange(() => {
  stale = true;
}, [COURSES, PACKS, WORDS, [ANY, 'move']]);
onChange(() => {
  // The settings say which course is the current one. Once all courses are read, that no longer matters.
  stale ||= !readsAll;
}, [SETTINGS]);
/** Returns `fallback` in place of what can't be read now, which is read again the next time. */
const retryLater = <T>(fallback: T): T => {
  stale = true;
  return fallback;
};
/** The packs of the last catalog, and everything else that it depends on, as JSON. */
let last: { packs: Course[]; rest: string } | undefined;

type CourseSighting = Sighting & { course: string };
type Texts = StoredWording['texts'];

async function sightingsOf(courses: readonly Course[]): Promise<CourseSighting[]> {
  const records = await readMoves(courses.map(({ id }) => id)).catch(() => retryLater([]));
  return records.map(({ key: [course, , resource, to], value, time }) => ({
    course,
    resource,
    to,
    time,
    ...value,
  }));
}

/** `course` with those objectives that aren't translated in the wording of its page. */
function withPageWording(course: Course, texts: Texts, language: string): Course {
  const translated = course.translations?.[language]?.objectives ?? {};
  const audiences = course.audiences.map((audience) => ({
    ...audience,
    objectives: audience.objectives.map((objective) => {
      const own = Object.hasOwn(texts, objective.id) && !Object.hasOwn(translated, objective.id);
      return own ? { ...objective, text: texts[objective.id] || objective.text } : objective;
    }),
  }));
  return { ...course, audiences };
}

/** A stored wording is correct unless it is from Waymark 0.3.0 or older: see `checkedWording`. */
async function correctWording(course: Course, wording: StoredWording): Promise<Texts> {
  return wording.language === undefined
    ? (await import('./page-wording.ts')).checkedWording(course, wording)
    : wording.texts;
}

/** `course` with its moved links resolved by the handbook's table of moves and by `sightings`. */
function resolved(course: Course, sightings: readonly CourseSighting[]): Course {
  const redirected = (address: string) => movedTo(movesTable, address);
  return resolveMovedLinks(
    course,
    redirected,
    sightings.filter((each) => each.course === course.id),
  );
}

/** `course` with its moved links resolved, by the handbook's table of moves and the moves that the reader has seen. */
export async function withResolvedLinks(course: Course): Promise<Course> {
  return resolved(course, await sightingsOf([course]));
}

const cleanCourses = new WeakMap<Course, Course>();
/** A followed course without credentials, which Waymark 0.3.0 and older may have stored. Returns the same object for the same `pack`. */
function cleaned(pack: Course): Course {
  const known = cleanCourses.get(pack) ?? withoutSecretsIn(pack);
  cleanCourses.set(pack, known);
  return known;
}

/**
 * Reads the packs of the courses to show: those of the reader's library that are not archived.
 * @returns them in the reader's order, and the audience that the organisation prefers
 */
async function readPacks(
  builtIn: readonly Course[],
): Promise<{ packs: Course[]; audience: string | undefined }> {
  const only = readsAll ? undefined : await currentCourse().catch(() => retryLater(undefined));
  stored = await readCourses(readsAll ? undefined : (only ?? '')).catch(() => retryLater(stored));
  const isKnown = !only || stored.packs.has(only) || builtIn.some(({ id }) => id === only);
  // The panel's first picture waits for the organisation's policy only if the current course may be one of its courses.
  managed = !readsAll && isKnown ? lastManaged() : await readManaged();
  const library = libraryOf(builtIn, stored.courses, await checkPacks(stored.packs), managed.courses);
  const packs = library.flatMap(({ pack, archived, source }) =>
    pack && !archived ? [source === 'followed' ? cleaned(pack) : pack] : [],
  );
  // If the reader archived all courses, the built-in ones are shown.
  return { packs: packs.length > 0 ? packs : [...builtIn], audience: managed.audience };
}

/** Whether `packs` and `rest` are the same as in the last call. */
function isUnchanged(packs: Course[], rest: string): boolean {
  const same = packs.length === last?.packs.length && packs.every((pack, at) => pack === last?.packs[at]);
  if (same && rest === last?.rest) return true;
  last = { packs, rest };
  return false;
}

/** The course to show for `pack`: links resolved, the preferred audience first, in the reader's language or its page's wording. */
async function courseToShow(
  pack: Course,
  isBuiltIn: boolean,
  sightings: readonly CourseSighting[],
  audience: string | undefined,
): Promise<Course> {
  const language = i18n.t('language');
  const course = withPreferredAudience(resolved(pack, sightings), audience);
  // The built-in courses are in the reader's language already.
  if (!isBuiltIn) return inLanguage(course, language);
  const wording = stored.words.get(pack.id);
  return wording ? withPageWording(course, await correctWording(pack, wording), language) : course;
}

async function buildCatalog(builtIn: readonly Course[]): Promise<[Course[], CourseIndex] | undefined> {
  const { packs, audience } = await readPacks(builtIn);
  const sightings = await sightingsOf(packs);
  const wordings = packs.map(({ id }) => stored.words.get(id));
  if (isUnchanged(packs, JSON.stringify([sightings, wordings, audience]))) return undefined;
  const pause = createYielder(10);
  const courses: Course[] = [];
  for (const pack of packs) {
    courses.push(await courseToShow(pack, builtIn.includes(pack), sightings, audience));
    await pause();
  }
  const steps = indexInSteps(courses, moved);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return [courses, value];
    await pause();
  }
}

let managed = lastManaged();
let latest: ReturnType<typeof buildCatalog> = Promise.resolve(undefined);

/**
 * Returns the courses to show, in the reader's language and order and with moved links resolved, plus a match index. If progress
 * can't be read, uses what was last read of it.
 * @param builtIn the built-in courses, in the reader's language
 * @param all whether to read all stored courses in this and later calls; otherwise only the current one
 * @returns undefined if nothing has changed since the last call
 */
export function readCatalog(builtIn: readonly Course[], all: boolean): typeof latest {
  // Calls run one after the other, so that a later call returns what was read later.
  const turn = latest
    .catch(() => undefined)
    .then(() => {
      if (!stale && (readsAll || !all) && managed === lastManaged()) return undefined;
      readsAll ||= all;
      // Before reading, so that a change while it is read makes it stale again.
      stale = false;
      return buildCatalog(builtIn).catch((error: unknown) => {
        stale = true;
        throw error;
      });
    });
  latest = turn;
  return turn;
}
