import { type Course, type Objective, objectivesOf } from '../course.ts';
import { by, matchGreedily } from './match-greedily.ts';
import { byRewording } from './rewording.ts';

/** Words of the page's sentence that identify an objective, in any order, by the objective's id. */
export type KeyWords = Readonly<Record<string, readonly string[]>>;
/** The page's own wording of objectives, by id. */
export type Wording = Readonly<Record<string, string>>;

type Read = Pick<Objective, 'text'>;

const own = (wording: Wording, { id }: Objective) => (Object.hasOwn(wording, id) ? (wording[id] ?? '') : '');

/**
 * Matches the sentences `read` on the course page with the objectives of `course`: by the wording they had there before
 * (`before`), their key words, or the text of the pack. The position only decides between equally similar sentences.
 */
function matchSentences(
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
    { ...by(text), storedKeys: (each) => [had(each)].filter(Boolean) },
    byRewording(had, text),
    byRewording(keys, text),
    byRewording(text, text),
  );
}

/** Returns the page's wording for the objectives of a built-in `course` that are recognized in `read`, the course read from that page. */
export function recognizedWording(
  course: Course,
  read: Course,
  keyWords: KeyWords,
  before: Wording,
): Wording {
  const found = matchSentences(course, objectivesOf(read), keyWords, before);
  return Object.fromEntries([...found].map(([{ text }, { id }]) => [id, text]));
}

/** Returns the part of a stored `wording` that is under the right ids: an older page may have had other objectives under them. */
export function verifiedWording(course: Course, wording: Wording, keyWords: KeyWords): Wording {
  const stored = objectivesOf(course).flatMap(({ id, ...each }) =>
    own(wording, { id, ...each }) ? [{ id, text: own(wording, { id, ...each }) }] : [],
  );
  const found = matchSentences(course, stored, keyWords, {});
  return Object.fromEntries(
    stored.filter((each) => found.get(each)?.id === each.id).map(({ id, text }) => [id, text]),
  );
}
