import { bareLetters, fold, wordsOf } from '../../text/fold.ts';

/** Words that are too frequent to distinguish anything. */
const COMMON = new Set(
  'a an and are as at be by do for from has have how in into is it its of on or our so that the their them they this to us was we what when where which who why will with you your'.split(
    ' ',
  ),
);

/** The most words of an id. */
const MOST_WORDS = 6;

/** Whether `word` is too frequent to distinguish anything. */
export function isCommon(word: string): boolean {
  return COMMON.has(word);
}

/** The share of common words (0 to 1) from which two titles may mean the same. */
const LIKE = 0.6;

/** The words of `text` that `likeness` compares. */
export function wordSetOf(text: string): ReadonlySet<string> {
  return new Set(wordsOf(text));
}

/**
 * How similar two titles are by their words, 0 to 1; 0 if they have too few in common. A title that begins or ends
 * another is similar to it: “Introduction” to “Introduction Video”.
 */
export function likeness(a: string, b: string): number {
  return likenessOf(wordSetOf(a), wordSetOf(b));
}

/** Like `likeness`, for titles whose words are known. */
export function likenessOf(first: ReadonlySet<string>, second: ReadonlySet<string>): number {
  if (!first.size || !second.size) return 0;
  const common = [...first].filter((word) => second.has(word));
  const share = (2 * common.length) / (first.size + second.size);
  const telling = common.some((word) => !COMMON.has(word) && /\p{L}/u.test(word));
  const within = telling && common.length === Math.min(first.size, second.size);
  return telling && (within || share >= LIKE) ? share : 0;
}

/** Makes an id of the first words of `text`, without frequent words if it has many; '' if it has no Latin letters. */
export function idFrom(text: string): string {
  const words = bareLetters(text)
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  const telling = words.length > MOST_WORDS ? words.filter((word) => !COMMON.has(word)) : words;
  return telling.slice(0, MOST_WORDS).join('-').slice(0, 60).replace(/-$/, '');
}

/** The letters and digits of `text`: a text is a part of another, whatever its spaces and signs, if its key is a part of the other's. */
export const keyOf = (text: string): string => fold(text).replace(/[^\p{L}\p{N}]+/gu, '');
