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
import { openStore } from './store/store.ts';
import { type WriteResult, write } from './write.ts';

/** A course of the library: what is kept of it, and its id. */
export type StoredCourse = CourseRecord['value'] & { id: string };

/** What the page of a built-in course calls its objectives. */
export interface StoredWording {
  /** By the ids of the objectives. */
  texts: Readonly<Record<string, string>>;
  /** The page's language; undefined where a version kept it that paired objectives by their position. */
  language: string | undefined;
}

/** What is kept of courses: their places, those that were removed among them; their packs; the words of built-in ones. */
export interface StoredCourses {
  courses: StoredCourse[];
  /** The texts of packs, by the ids of their courses. */
  packs: ReadonlyMap<string, string>;
  /** The words of the objectives of built-in courses, by the ids of these. */
  words: ReadonlyMap<string, StoredWording>;
}

function keptWords({ '': language, ...texts }: Readonly<Record<string, string>>): StoredWording {
  return { texts, language };
}

/** What the keys begin with of what is kept of courses. */
export const COURSES = ['', 'course'] as const;
export const PACKS = ['*', 'pack'] as const;
export const WORDS = ['*', 'words'] as const;

/**
 * Reads what is kept of courses, in the order of their places.
 * @param only the id of the course whose pack alone is wanted: a hundred of them take their time
 * @throws Fault where it cannot be read
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
    else if (isOf(record, 'words')) words.set(record.key[2], keptWords(record.value));
  }
  return { courses: courses.sort((a, b) => a.place - b.place), packs, words };
}

/**
 * Keeps a course, changed or new, and its pack where that is given, in one action that can be undone.
 * @param busy whether it becomes the course that the reader is busy with
 * @throws Fault as `write` does
 */
export function saveCourse(
  { id, ...value }: StoredCourse,
  pack?: string,
  busy = false,
): Promise<WriteResult> {
  const writings: Writing[] = [{ key: ['', 'course', id], value }];
  if (pack !== undefined) writings.push({ key: ['*', 'pack', id], value: pack });
  return write({ kind: 'library', course: '', what: id }, writings, busy ? id : undefined);
}

/** Keeps changed courses in one action, which is told as that of the first. @throws Fault as `write` does */
export function saveCourses(courses: readonly StoredCourse[]): Promise<WriteResult> {
  const writings = courses.map(({ id, ...value }): Writing => ({ key: ['', 'course', id], value }));
  return write({ kind: 'library', course: '', what: courses[0]?.id ?? '' }, writings);
}

/** What the keys begin with of what `readProgressIn` reads for those who show how far the reader is. */
export const STANDINGS: Start[] = [
  [ANY, 'completion'],
  [ANY, 'visit'],
  [ANY, 'audience'],
];

/** Reads what was done in each of the courses with these `ids`. @throws Fault where it cannot be read */
export async function readProgressIn(ids: readonly string[]): Promise<ReadonlyMap<string, Progress>> {
  const { found } = await (await openStore()).read(ids.map((id) => [id]));
  const records = new Map(ids.map((id): [string, ProgressRecord[]] => [id, []]));
  for (const record of found) if (isRecord(record)) records.get(record.key[0])?.push(record);
  return new Map([...records].map(([id, ofCourse]) => [id, progressOf(ofCourse)]));
}

/** Keeps the pack of a course that is kept already, as no action of the reader. @throws Fault as `write` does */
export async function savePack(id: string, pack: string): Promise<void> {
  await write(undefined, [{ key: ['*', 'pack', id], value: pack }]);
}

/** Keeps the words that the page of a built-in course has for its objectives. @throws Fault as `write` does */
export async function savePageWording(id: string, { texts, language = '' }: StoredWording): Promise<void> {
  await write(undefined, [{ key: ['*', 'words', id], value: { ...texts, '': language } }]);
}
