import { wordsOf } from '../../text/fold.ts';
import { isCommon } from '../page/words.ts';
import type { Rule } from './match-greedily.ts';

/** A sentence as its words, for comparing it with others. */
export interface Sentence {
  /** All its words. */
  all: ReadonlySet<string>;
  /** Those that tell what it is about. */
  telling: ReadonlySet<string>;
  /** All its words in order: the same for sentences that differ in case, accents and punctuation only. */
  spoken: string;
}

/** How objectives say that something is known: one of these in the place of another changes little. */
const KNOWING = new Set(['able', 'describe', 'explain', 'know', 'learn', 'understand']);

/** Words that turn what a sentence says: with one more or less it is another. So it is with numbers, also Roman ones. */
const DECISIVE =
  /\p{N}|^(?:i{1,3}|iv|vi{0,3}|no|not|nor|none|never|neither|without|except|unless|instead|cannot|cant|dont|doesnt|isnt|arent|wont)$/u;

/** From which share of common words on (0 to 1) a sentence is another one with light changes. */
const LIGHT = 0.7;
/** Of fewer telling words none may be missing or added. */
const FEW = 3;

/** A word without its ending: “tip” and “tips” are one, and “collaborate” and “collaborating”. */
const stemOf = (word: string) =>
  word
    .replace(/(?<=\p{L}{2}[^\P{L}s])s$/u, '')
    .replace(/(?<=\p{L}{4})(?:ing|ed|e)$/u, '')
    .replace(/(?<=\p{L}{4})y$/u, 'i');

/** The sentence that has these words. @param text a sentence, or a list of its words */
export function sentenceOf(text: string): Sentence {
  const words = wordsOf(text);
  const telling = words.filter((word) => !isCommon(word) && !KNOWING.has(word));
  return { all: new Set(words.map(stemOf)), telling: new Set(telling.map(stemOf)), spoken: words.join(' ') };
}

/** Whether two words are one with a slip of the pen: a letter more, less or changed in a long word, or two swapped. */
function isTypo(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length < 6 || long.length - short.length > 1 || !/^\p{L}+$/u.test(a + b)) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  // Another beginning makes another word: “upload” is not “unload”.
  if (at === 0 || (at === 1 && short.length === long.length)) return false;
  const swapped = short[at] === long[at + 1] && short[at + 1] === long[at] ? 2 : 0;
  if (short.length === long.length)
    return short.slice(at + (swapped || 1)) === long.slice(at + (swapped || 1));
  return short.slice(at) === long.slice(at + 1);
}

const shareOf = (common: number, a: ReadonlySet<string>, b: ReadonlySet<string>) =>
  (2 * common) / (a.size + b.size);
const without = (a: ReadonlySet<string>, b: ReadonlySet<string>) => [...a].filter((word) => !b.has(word));

/** What two sentences have in common where one may be the other with light changes. */
function keysOf({ telling, spoken }: Sentence): Iterable<string> {
  return telling.size > 0 ? telling : [spoken].filter(Boolean);
}

/**
 * How sure it is that of two sentences one is the other with light changes, above 0 to 2; 0 where it is not. Light changes are
 * other articles, prepositions, endings and punctuation, another word for “know”, a typo, and words that are added or left
 * out, as long as most stay. A word in the place of another makes another sentence, and so does a “not” or a number.
 */
export function rewordingScore(a: Sentence, b: Sentence): number {
  if (a.telling.size === 0 || b.telling.size === 0) return a.spoken && a.spoken === b.spoken ? 2 : 0;
  let [onlyA, onlyB] = [without(a.telling, b.telling), without(b.telling, a.telling)];
  if (onlyA.length === 1 && onlyB.length === 1 && isTypo(onlyA[0] ?? '', onlyB[0] ?? '')) onlyA = onlyB = [];
  const changed = [...onlyA, ...onlyB];
  if ((onlyA.length > 0 && onlyB.length > 0) || changed.some((word) => DECISIVE.test(word))) return 0;
  const share = shareOf(a.telling.size - onlyA.length, a.telling, b.telling);
  const allShare = shareOf([...a.all].filter((word) => b.all.has(word)).length, a.all, b.all);
  const few = Math.min(a.telling.size, b.telling.size) < FEW;
  const isLight = few ? changed.length === 0 && allShare >= LIGHT : share >= LIGHT;
  // The words that say little decide between those that are about the same.
  return isLight ? Math.min(share, 1) + allShare / 100 : 0;
}

function remembering<Thing extends object, Made>(make: (thing: Thing) => Made): (thing: Thing) => Made {
  const made = new WeakMap<Thing, { of: Made }>();
  return (thing) => {
    const known = made.get(thing) ?? { of: make(thing) };
    made.set(thing, known);
    return known.of;
  };
}

/** A rule by what `keptText` and `readText` say: the same are those of which one is the other with light changes. */
export function byRewording<Kept extends object, Read extends object>(
  keptText: (kept: Kept) => string,
  readText: (read: Read) => string,
): Rule<Kept, Read> {
  const keptSentence = remembering((kept: Kept) => sentenceOf(keptText(kept)));
  const readSentence = remembering((read: Read) => sentenceOf(readText(read)));
  return {
    keptKeys: (kept) => keysOf(keptSentence(kept)),
    readKeys: (read) => keysOf(readSentence(read)),
    score: (kept, read) => rewordingScore(keptSentence(kept), readSentence(read)),
  };
}
