import { keyWords } from '../assets/courses/key-words/index.ts';
import { type Course, objectivesOf } from '../courses/course.ts';
import { fittingWording, type KeyWords, type Wording, wordingOn } from '../courses/updates/page-wording.ts';
import type { StoredWording } from '../progress/courses.ts';

/** The language of the pages whose words earlier versions kept. */
const ENGLISH = 'en';

/** What the objectives of a course are recognised by on its page in a language such as `en-GB`; undefined where nothing is known of it. */
async function keyWordsOf(course: string, language: string): Promise<KeyWords | undefined> {
  const [primary = ''] = language.toLowerCase().split('-');
  const load = Object.hasOwn(keyWords, primary) ? keyWords[primary] : undefined;
  return load && ((await load())[course] ?? {});
}

/** What of the `kept` words of a built-in course is under the right objectives: all, but for what earlier versions paired by its position. */
export async function checkedWords(course: Course, { texts, language }: StoredWording): Promise<Wording> {
  if (language !== undefined) return texts;
  return fittingWording(course, texts, (await keyWordsOf(course.id, ENGLISH)) ?? {});
}

/**
 * The words to keep after the page of a built-in course was read as `read`; undefined where nothing changes. A page of which no
 * objective is recognised, or in another language than that whose words are kept, changes nothing.
 * @param language of the page, as it says itself; '' where it does not
 */
export async function changedWords(
  course: Course,
  read: Course,
  language: string,
  kept: StoredWording | undefined,
): Promise<StoredWording | undefined> {
  const said = language || ENGLISH;
  const keys = await keyWordsOf(course.id, said);
  const [primary = ''] = said.toLowerCase().split('-');
  if (!keys || (kept?.language && kept.language !== primary)) return undefined;
  const before = kept ? await checkedWords(course, kept) : {};
  const found = wordingOn(course, read, keys, before);
  if (Object.keys(found).length === 0) return undefined;
  // In one order, so that what is the same is written the same.
  const texts = Object.fromEntries(
    objectivesOf(course).flatMap(({ id }) => (Object.hasOwn(found, id) ? [[id, found[id] ?? '']] : [])),
  );
  const words = { texts, language: primary };
  return JSON.stringify(words) === JSON.stringify(kept) ? undefined : words;
}
