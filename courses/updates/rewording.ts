import { wordsOf } from '../../text/fold.ts';
import { isCommon } from '../page/words.ts';
import type { Rule } from './match-greedily.ts';

/** The words of a sentence, for comparing it with others. */
export interface Sentence {
  /** The stems of all its words. */
  all: ReadonlySet<string>;
  /** The stems of the words that tell what it is about. */
  telling: ReadonlySet<string>;
  /** All its words in order: equal for sentences that differ only in case, accents and punctuation. */
  spoken: string;
}

/** Verbs for “to know”: replacing one by another changes little. */
const KNOWING = new Set(['able', 'describe', 'explain', 'know', 'learn', 'understand']);

/** The share of common words (0 to 1) from which one sentence is the other with slight changes. */
const LIGHT = 0.7;
/** Sentences with fewer telling words than this must have the same ones. */
const FEW = 3;

/** A word without its ending: “tip” and “tips” have one stem, as “collaborate” and “collaborating” do. */
const stemOf = (word: string) =>
  word
    .replace(/(?<=\p{L}{2}[^\P{L}s])s$/u, '')
    .replace(/(?<=\p{L}{4})(?:ing|ed|e)$/u, '')
    .replace(/(?<=\p{L}{4})y$/u, 'i');

/** Words for “not” and the like. Pages in other languages can be followed as well. */
const NEGATIONS = new Set(
  `no not nor none never neither without except unless instead cannot cant dont doesnt isnt arent wont shouldnt mustnt didnt avoid
  nicht nichts kein keine keinen keinem keiner keines nie niemals ohne außer weder niet geen nooit zonder inte ikke utan uten aldri aldrig
  ne pas jamais sans sauf aucun aucune ni nunca jamas sin salvo excepto ningun ninguna tampoco nao nem sem exceto nenhum nenhuma
  non mai senza nie nigdy bez ne nikdy ei değil degil не нет ни без никогда кроме`
    .split(/\s+/)
    .flatMap(wordsOf)
    .map(stemOf),
);

/** Numbers in digits or Roman numerals. */
const NUMBER = /\p{N}|^(?:i{1,3}|iv|vi{0,3})$/u;

/** Whether the word or stem changes the meaning of a sentence. */
const isDecisive = (word: string) => NUMBER.test(word) || NEGATIONS.has(word);

/** Words that ask, although they are frequent: “when” replaced by “why” makes a different sentence. */
const ASKING = ['how', 'what', 'when', 'where', 'who', 'why'].map(stemOf);

/** Whether one sentence asks for something that the other doesn't, and the other way round. */
function asksElse(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const only = (one: ReadonlySet<string>, other: ReadonlySet<string>) =>
    ASKING.filter((word) => one.has(word) && !other.has(word));
  return isReplaced(only(a, b), only(b, a));
}

/** Splits a sentence, or a list of its words, into words. */
export function sentenceOf(text: string): Sentence {
  const words = wordsOf(text);
  const telling = words.filter((word) => !isCommon(word) && !KNOWING.has(word));
  return { all: new Set(words.map(stemOf)), telling: new Set(telling.map(stemOf)), spoken: words.join(' ') };
}

/** Scripts in which one letter of a long word tells little. In others a letter is a word or a syllable, such as “not” (不). */
const ALPHABETIC = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]+$/u;

/** Whether one word is the other with a typo: a letter added, missing or changed in a long word, or two letters swapped. */
function isTypo(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length < 6 || long.length - short.length > 1 || !ALPHABETIC.test(a + b)) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  // A different first letter makes a different word: “upload” isn't “unload”.
  if (at === 0 || (at === 1 && short.length === long.length)) return false;
  const swapped = short[at] === long[at + 1] && short[at + 1] === long[at] ? 2 : 0;
  if (short.length === long.length)
    return short.slice(at + (swapped || 1)) === long.slice(at + (swapped || 1));
  return short.slice(at) === long.slice(at + 1);
}

const shareOf = (common: number, a: ReadonlySet<string>, b: ReadonlySet<string>) =>
  (2 * common) / (a.size + b.size);
const without = (a: ReadonlySet<string>, b: ReadonlySet<string>) => [...a].filter((word) => !b.has(word));

/** Whether each of two sentences has words that the other doesn't have: a word was replaced by another. */
const isReplaced = (onlyA: readonly string[], onlyB: readonly string[]) =>
  onlyA.length > 0 && onlyB.length > 0;

/** Returns the keys that two sentences share if one may be the other with slight changes. */
function keysOf({ telling, spoken }: Sentence): Iterable<string> {
  return telling.size > 0 ? telling : [spoken].filter(Boolean);
}

/**
 * How certain it is that one sentence is the other with slight changes: above 0 to 2, or 0 if it isn't. Slight changes are
 * other articles, prepositions, endings and punctuation, another verb for “to know”, a typo, and some added or removed words.
 * A word replaced by another makes a different sentence, and so does an added or removed “not” or number.
 */
export function rewordingScore(a: Sentence, b: Sentence): number {
  if (a.telling.size === 0 || b.telling.size === 0) return a.spoken && a.spoken === b.spoken ? 2 : 0;
  let [onlyA, onlyB] = [without(a.telling, b.telling), without(b.telling, a.telling)];
  if (onlyA.length === 1 && onlyB.length === 1 && isTypo(onlyA[0] ?? '', onlyB[0] ?? '')) onlyA = onlyB = [];
  const changed = [...onlyA, ...onlyB];
  if (isReplaced(onlyA, onlyB) || changed.some(isDecisive) || asksElse(a.all, b.all)) return 0;
  const share = shareOf(a.telling.size - onlyA.length, a.telling, b.telling);
  const allShare = shareOf([...a.all].filter((word) => b.all.has(word)).length, a.all, b.all);
  const few = Math.min(a.telling.size, b.telling.size) < FEW;
  const isLight = few ? changed.length === 0 && allShare >= LIGHT : share >= LIGHT;
  // The frequent words decide between sentences that are otherwise equally similar.
  return isLight ? Math.min(share, 1) + allShare / 100 : 0;
}

function memoized<Thing extends object, Made>(make: (thing: Thing) => Made): (thing: Thing) => Made {
  const made = new WeakMap<Thing, { of: Made }>();
  return (thing) => {
    const known = made.get(thing) ?? { of: make(thing) };
    made.set(thing, known);
    return known.of;
  };
}

/** Returns a rule that matches items whose texts are the same but for slight changes. */
export function byRewording<Stored extends object, Read extends object>(
  storedText: (stored: Stored) => string,
  readText: (read: Read) => string,
): Rule<Stored, Read> {
  const storedSentence = memoized((stored: Stored) => sentenceOf(storedText(stored)));
  const readSentence = memoized((read: Read) => sentenceOf(readText(read)));
  return {
    storedKeys: (stored) => keysOf(storedSentence(stored)),
    readKeys: (read) => keysOf(readSentence(read)),
    score: (stored, read) => rewordingScore(storedSentence(stored), readSentence(read)),
  };
}
