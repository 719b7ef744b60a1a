import { i18n } from '#i18n';
import movesTable from '../assets/sites/moves.json' with { type: 'json' };
import type { Course } from '../courses/course.ts';
import { type CourseIndex, indexInSteps } from '../courses/match.ts';
import { resolveMovedLinks, type Sighting } from '../courses/moved.ts';
import { inLanguage } from '../courses/translation.ts';
import { ANY, onChange } from '../progress/changes.ts';
import { COURSES, PACKS, readCourses, type StoredWording, WORDS } from '../progress/courses.ts';
import { readMoves } from '../progress/moves.ts';
import { SETTINGS } from '../progress/settings.ts';
import { createYielder } from '../progress/yielder.ts';
import { movedAddresses, movedTo } from '../sites/moves.ts';
import { withoutSecretsIn } from '../sites/secrets.ts';
import { currentCourse } from './current-course.ts';
import { checkPacks, libraryOf, NOTHING_STORED } from './library.ts';
import { lastManaged, readManaged, withPreferredAudience } from './managed.ts';

const moved = movedAddresses(movesTable);
let kept = NOTHING_STORED;
let whole = false;
/** Whether the courses may be others than they were when they were last read. */
let stale = true;
onChange(() => {
  stale = true;
}, [COURSES, PACKS, WORDS, [ANY, 'move']]);
onChange(() => {
  // Which one the reader is busy with says what is read only until all are.
  stale ||= !whole;
}, [SETTINGS]);
/** What could not be read is read again the next time. */
const unread = <T>(instead: T): T => {
  stale = true;
  return instead;
};
let last: { packs: Course[]; learned: string } | undefined;

type Learned = Sighting & { course: string };
type Words = StoredWording['texts'];

async function sightingsOf(courses: readonly Course[]): Promise<Learned[]> {
  const records = await readMoves(courses.map(({ id }) => id)).catch(() => unread([]));
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

/** What is kept of the words of its page is right, unless an earlier version kept it. */
async function rightWords(course: Course, kept: StoredWording): Promise<Words> {
  return kept.language === undefined
    ? (await import('./page-wording.ts')).checkedWording(course, kept)
    : kept.texts;
}

/** `course` with its links where they lead by the table of the handbook's moves and by `sightings`. */
function settled(course: Course, sightings: readonly Learned[]): Course {
  const redirected = (address: string) => movedTo(movesTable, address);
  return resolveMovedLinks(
    course,
    redirected,
    sightings.filter((each) => each.course === course.id),
  );
}

/** `course` with its links where they lead by what is known now. */
export async function withResolvedLinks(course: Course): Promise<Course> {
  return settled(course, await sightingsOf([course]));
}

/** Followed courses as they would be read from their pages today, by what is kept of them: each stays the same while that does. */
const clean = new WeakMap<Course, Course>();
function cleaned(pack: Course): Course {
  const known = clean.get(pack) ?? withoutSecretsIn(pack);
  clean.set(pack, known);
  return known;
}

/**
 * Reads the packs of the courses to show: those of the reader's library that are not archived.
 * @returns them in the reader's order, and the audience that the organisation prefers
 */
async function readPacks(
  builtIn: readonly Course[],
): Promise<{ packs: Course[]; audience: string | undefined }> {
  const only = whole ? undefined : await currentCourse().catch(() => unread(undefined));
  kept = await readCourses(whole ? undefined : (only ?? '')).catch(() => unread(kept));
  const isKnown = !only || kept.packs.has(only) || builtIn.some(({ id }) => id === only);
  // The panel's first picture waits for the organisation's policy only if the current course may be one of its courses.
  managed = !whole && isKnown ? lastManaged() : await readManaged();
  const library = libraryOf(builtIn, kept.courses, await checkPacks(kept.packs), managed.courses);
  const packs = library.flatMap(({ pack, archived, source }) =>
    pack && !archived ? [source === 'followed' ? cleaned(pack) : pack] : [],
  );
  // Something has to be shown.
  return { packs: packs.length > 0 ? packs : [...builtIn], audience: managed.audience };
}

/** Whether `packs`, and what was learned of them, are as they were when this was asked last. */
function isAsLast(packs: Course[], learned: string): boolean {
  const same = packs.length === last?.packs.length && packs.every((pack, at) => pack === last?.packs[at]);
  if (same && learned === last?.learned) return true;
  last = { packs, learned };
  return false;
}

/** `pack` as it is shown: in the reader's language or in the words of its page. */
async function asShown(
  pack: Course,
  isBuiltIn: boolean,
  sightings: readonly Learned[],
  audience: string | undefined,
): Promise<Course> {
  const language = i18n.t('language');
  const course = withPreferredAudience(settled(pack, sightings), audience);
  // The built-in courses come in the reader's language already.
  if (!isBuiltIn) return inLanguage(course, language);
  const own = kept.words.get(pack.id);
  return own ? inWords(course, await rightWords(pack, own), language) : course;
}

async function settleLibrary(builtIn: readonly Course[]): Promise<[Course[], CourseIndex] | undefined> {
  const { packs, audience } = await readPacks(builtIn);
  const sightings = await sightingsOf(packs);
  const words = packs.map(({ id }) => kept.words.get(id));
  if (isAsLast(packs, JSON.stringify([sightings, words, audience]))) return undefined;
  const pause = createYielder(10);
  const courses: Course[] = [];
  for (const pack of packs) {
    courses.push(await asShown(pack, builtIn.includes(pack), sightings, audience));
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
let latest: ReturnType<typeof settleLibrary> = Promise.resolve(undefined);

/**
 * Returns the courses to show, in the reader's language and order and with moved links resolved, plus a match index. If progress
 * cannot be read, what was read of it last counts.
 * @param all whether to read all kept courses, from now on; otherwise only the current one
 * @returns undefined if nothing has changed since the last call
 */
export function readCatalog(builtIn: readonly Course[], all: boolean): typeof latest {
  // One after the other, so that what was read later is what counts.
  const turn = latest
    .catch(() => undefined)
    .then(() => {
      if (!stale && (whole || !all) && managed === lastManaged()) return undefined;
      whole ||= all;
      // A change that comes while it is read counts for the next time.
      stale = false;
      return settleLibrary(builtIn).catch((error: unknown) => {
        stale = true;
        throw error;
      });
    });
  latest = turn;
  return turn;
}
