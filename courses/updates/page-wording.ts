import { type Course, type Objective, objectivesOf } from '../course.ts';
import { by, matchGreedily } from './match-greedily.ts';
import { byRewording } from './rewording.ts';

/** What each objective of a course is recognised by on its page, by its id: words of the page's sentence, in no order. */
export type KeyWords = Readonly<Record<string, readonly string[]>>;
/** What objectives are called on the page of their course, by their ids. */
export type Wording = Readonly<Record<string, string>>;

type Read = Pick<Objective, 'text'>;

const own = (wording: Wording, { id }: Objective) => (Object.hasOwn(wording, id) ? (wording[id] ?? '') : '');

/**
 * Which of the sentences `read` on its page each objective of `course` is, by its words: those that it had there before
 * (`before`), its key words, or those of the pack. The place counts only between sentences that are equally alike.
 */
function recognised(
  course: Course,
  read: readonly Read[],
  keyWords: KeyWords,
  before: Wording,
): ReadonlyMap<Read, Objective> {
  const had = (each: Objective) => own(before, each);
  const keys = ({ id }: Objective) => (Object.hasOwn(keyWords, id) ? (keyWords[id] ?? []) : []).join(' ');
  const text = (each: Read) => each.text;
  return matchGreedily<Objective, Read>(
    new Map(),
    objectivesOf(course),
    read,
    { ...by(text), keptKeys: (each) => [had(each)].filter(Boolean) },
    byRewording(had, text),
    byRewording(keys, text),
    byRewording(text, text),
  );
}

/** The words that the page of a built-in `course`, read as `read`, has for its objectives: for those alone that are recognised for sure. */
export function recognizedWording(
  course: Course,
  read: Course,
  keyWords: KeyWords,
  before: Wording,
): Wording {
  const found = recognised(course, objectivesOf(read), keyWords, before);
  return Object.fromEntries([...found].map(([{ text }, { id }]) => [id, text]));
}

/** What of `wording`, in which the words of a page may be under the ids of other objectives, is under the right ones. */
export function verifiedWording(course: Course, wording: Wording, keyWords: KeyWords): Wording {
  const stored = objectivesOf(course).flatMap(({ id, ...each }) =>
    own(wording, { id, ...each }) ? [{ id, text: own(wording, { id, ...each }) }] : [],
  );
  const found = recognised(course, stored, keyWords, {});
  return Object.fromEntries(
    stored.filter((each) => found.get(each)?.id === each.id).map(({ id, text }) => [id, text]),
  );
}
