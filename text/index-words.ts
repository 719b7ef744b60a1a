import { fold } from './fold.ts';

/** Splits a Japanese word into runs of one script; another word is one run. */
export const runsIn = (word: string) =>
  word.match(/\p{scx=Kana}+|\p{scx=Hira}+|[^\p{scx=Kana}\p{scx=Hira}]+/gu) ?? [];

/** Singular and plural of an English word give the same. */
const singular = (word: string) =>
  word.replace(/(?<=^[a-z]{2,})ies$/, 'y').replace(/(?<=^[a-z]{2,}[a-rtv-z])s$/, '');

/** The `&` in short forms such as FP&A, which are one word. */
const AND = /(?<=(?<![\p{L}\p{N}])\p{L}{1,2})&(?=\p{L}{1,2}(?![\p{L}\p{N}]))/gu;

/** The folded words of a text, to index it: without plurals and apostrophes, and a Japanese word in runs of one script. */
export function indexWordsOf(text: string): string[] {
  const words =
    text
      .normalize('NFKC')
      .replace(/['’]/g, '')
      .replace(AND, '')
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  return words.flatMap(runsIn).map((run) => singular(/^[a-z]+$/.test(run) ? run : fold(run)));
}
