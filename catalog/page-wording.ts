import { keyWords } from '../assets/courses/key-words/index.ts';
import { type Course, objectivesOf } from '../courses/course.ts';
import {
  type KeyWords,
  recognizedWording,
  verifiedWording,
  type Wording,
} from '../courses/updates/page-wording.ts';
import type { StoredWording } from '../progress/courses.ts';

/** The language of the pages whose wording Waymark 0.3.0 and older stored. */
const ENGLISH = 'en';

/**
 * The key words by which the objectives of a course are recognised on a page.
 * @param language of the page, such as `en-GB`
 * @returns undefined if there are none for that language
 */
async function keyWordsOf(course: string, language: string): Promise<KeyWords | undefined> {
  const [primary = ''] = language.toLowerCase().split('-');
  const load = Object.hasOwn(keyWords, primary) ? keyWords[primary] : undefined;
  return load && ((await load())[course] ?? {});
}

/**
 * The part of a stored wording that belongs to the right objectives. Waymark 0.3.0 and older stored no language and paired
 * sentences with objectives by their position, so theirs are checked by key words.
 */
export async function checkedWording(course: Course, { texts, language }: StoredWording): Promise<Wording> {
  if (language !== undefined) return texts;
  return verifiedWording(course, texts, (await keyWordsOf(course.id, ENGLISH)) ?? {});
}

/**
 * The wording to store after the page of a built-in course was read. Undefined if nothing changes: the wording is the same, no
 * objective was recognised, or the stored wording is in another language.
 * @param read the course as read from the page
 * @param language of the page, as its document declares it; '' if it doesn't
 */
export async function changedWording(
  course: Course,
  read: Course,
  language: string,
  stored: StoredWording | undefined,
): Promise<StoredWording | undefined> {
  const said = language || ENGLISH;
  const keys = await keyWordsOf(course.id, said);
  const [primary = ''] = said.toLowerCase().split('-');
  if (!keys || (stored?.language && stored.language !== primary)) return undefined;
  const before = stored ? await checkedWording(course, stored) : {};
  const found = recognizedWording(course, read, keys, before);
  if (Object.keys(found).length === 0) return undefined;
  // In the order of the course, so that the same wording is always the same text.
  const texts = Object.fromEntries(
    objectivesOf(course).flatMap(({ id }) => (Object.hasOwn(found, id) ? [[id, found[id] ?? '']] : [])),
  );
  const wording = { texts, language: primary };
  return JSON.stringify(wording) === JSON.stringify(stored) ? undefined : wording;
}
