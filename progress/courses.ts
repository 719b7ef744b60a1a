import { ANY, type Start } from './changes.ts';
import {
  type CourseRecord,
  isOf,
  isRecord,
  type Progress,
  type ProgressRecord,
  progressOf,
  type Writing,
} from './records.ts';
import { openStore } from './store/open-store.ts';
import { type WriteResult, write } from './write.ts';

/** A course in the library: the value of its record, and its id. */
export type StoredCourse = CourseRecord['value'] & { id: string };

/** The wording that the page of a built-in course has for its objectives. */
export interface StoredWording {
  /** By the ids of the objectives. */
  texts: Readonly<Record<string, string>>;
  /** The page's language; undefined if a version up to 0.3.0 stored it, which paired objectives by position. */
  language: string | undefined;
}

/** Everything that is stored about courses. */
export interface StoredCourses {
  /** In the order of the library, including removed ones. */
  courses: StoredCourse[];
  /** The packs of courses as JSON text, by the ids of the courses. */
  packs: ReadonlyMap<string, string>;
  /** The page's wording for objectives of built-in courses, by the ids of the courses. */
  words: ReadonlyMap<string, StoredWording>;
}

function wordingOf({ '': language, ...texts }: Readonly<Record<string, string>>): StoredWording {
  return { texts, language };
}

/** The prefixes of what is stored about courses. */
export const COURSES = ['', 'course'] as const;
export const PACKS = ['*', 'pack'] as const;
export const WORDS = ['*', 'words'] as const;

/**
 * Reads what is stored about courses.
 * @param only the id of a course, to read only its pack: reading a hundred packs takes time
 * @throws Fault if it cannot be read
 */
export async function readCourses(only?: string): Promise<StoredCourses> {
  const packed = only === undefined ? [PACKS, WORDS] : [[...PACKS, only], WORDS];
  const { found } = await (await openStore()).read([COURSES, ...packed]);
  const courses: StoredCourse[] = [];
  const packs = new Map<string, string>();
  const words = new Map<string, StoredWording>();
  for (const record of found) {
    if (!isRecord(record)) continue;
    if (isOf(record, 'course')) courses.push({ ...record.value, id: record.key[2] });
    else if (isOf(record, 'pack') && record.value) packs.set(record.key[2], record.value);
    else if (isOf(record, 'words')) words.set(record.key[2], wordingOf(record.value));
  }
  return { courses: courses.sort((a, b) => a.place - b.place), packs, words };
}

/**
 * Saves a new or changed course, and its pack if that is given, in one action that can be undone.
 * @param current whether it becomes the current course
 * @param more what is written in the same action: visits that it gets, and how its page was read
 * @throws Fault as `write` does
 */
export function saveCourse(
  { id, ...value }: StoredCourse,
  pack?: string,
  current = false,
  more: readonly Writing[] = [],
): Promise<WriteResult> {
  const writings: Writing[] = [{ key: ['', 'course', id], value }];
  if (pack !== undefined) writings.push({ key: ['*', 'pack', id], value: pack });
  writings.push(...more);
  return write({ kind: 'library', course: '', what: id }, writings, current ? id : undefined);
}

/**
 * Saves changed courses in one action, which the history shows as a change of the first.
 * @param visits the visits that they get in the same action
 * @throws Fault as `write` does
 */
export function saveCourses(
  courses: readonly StoredCourse[],
  visits: readonly Writing[] = [],
): Promise<WriteResult> {
  const writings = courses.map(({ id, ...value }): Writing => ({ key: ['', 'course', id], value }));
  return write({ kind: 'library', course: '', what: courses[0]?.id ?? '' }, [...writings, ...visits]);
}

/** The prefixes of what shows how far the reader is in any course. */
export const STANDINGS: Start[] = [
  [ANY, 'completion'],
  [ANY, 'visit'],
  [ANY, 'audience'],
];

/** Reads the progress of each of the courses with these `ids`. @throws Fault if it cannot be read */
export async function readProgressIn(ids: readonly string[]): Promise<ReadonlyMap<string, Progress>> {
  const { found } = await (await openStore()).read(ids.map((id) => [id]));
  const records = new Map(ids.map((id): [string, ProgressRecord[]] => [id, []]));
  for (const record of found) if (isRecord(record)) records.get(record.key[0])?.push(record);
  return new Map([...records].map(([id, ofCourse]) => [id, progressOf(ofCourse)]));
}

/**
 * Saves a new pack of a course that is stored already. That is no action of the reader and can't be undone.
 * @param more what is written with it
 * @throws Fault as `write` does
 */
export async function savePack(id: string, pack: string, more: readonly Writing[] = []): Promise<void> {
  await write(undefined, [{ key: ['*', 'pack', id], value: pack }, ...more]);
}

/** Saves the wording that a built-in course's page has for its objectives. @throws Fault as `write` does */
export async function savePageWording(id: string, { texts, language = '' }: StoredWording): Promise<void> {
  await write(undefined, [{ key: ['*', 'words', id], value: { ...texts, '': language } }]);
}
