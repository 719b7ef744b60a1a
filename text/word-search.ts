import { indexWordsOf } from './index-words.ts';
import { correctSpelling } from './spelling.ts';
import { COMMON, type FoundItem, type WordIndex } from './word-index.ts';

/** What else a word or phrase may be called, by its words as `indexWordsOf` returns them, separated by spaces. */
export type OtherWords = ReadonlyMap<string, readonly string[]>;

/** Makes the table of other words from its file: `acronyms` by their letters with the words they stand for, and everyday `words`. */
export function otherWordsFrom(file: {
  acronyms: Record<string, { for: string[] }>;
  words: Record<string, string[]>;
}): OtherWords {
  const acronyms = Object.entries(file.acronyms).map(([letters, each]) => [letters, each.for] as const);
  const entries = [...acronyms, ...Object.entries(file.words)];
  return new Map(entries.map(([phrase, phrases]) => [indexWordsOf(phrase).join(' '), phrases]));
}

/** Words to search for, and the factor by which what they find scores less than for the words as typed. */
export interface Variant {
  words: readonly string[];
  factor: number;
}

const FACTOR = { typed: 1, otherWords: 0.95, joined: 0.95, corrected: 0.9 };
/** How many times more frequent a word is than an existing one that may be a typo of it, and the fewest letters of that. */
const MORE_FREQUENT = 20;
const SHORTEST_ODD = 6;
/** The most letters that differ between a word and its correction: two typos, each with one letter for another. */
const MOST_OTHER_LETTERS = 4;
/** Words that a question has, and that don't say what it is about. */
const QUESTION =
  /^(?:an?|and|are|at|be|by|can|do|does|for|from|how|i|in|is|it|me|my|of|on|or|should|that|the|to|we|what|when|where|who|why|with|you|your)$/;
const LONGEST_QUERY = 200;
const MOST_WORDS = 12;

const isKatakana = (word: string) => /^\p{scx=Kana}+$/u.test(word);

/** The parts of katakana words that are about as long as `word`, since katakana has no spaces between words. */
function partsLike(word: string, known: readonly string[]): readonly string[] {
  return known
    .filter(isKatakana)
    .flatMap((other) =>
      [word.length, word.length - 1, word.length + 1].flatMap((length) =>
        Array.from({ length: Math.max(1, other.length - length + 1) }, (_, at) =>
          other.slice(at, at + length),
        ),
      ),
    );
}

/** The letters of a word as bits, to find at once which words can't be similar. */
function lettersOf(word: string): number {
  let bits = 0;
  for (let at = 0; at < word.length; at++) bits |= 1 << (word.charCodeAt(at) & 31);
  return bits;
}

function countBits(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count++;
  return count;
}

/** `words` with one phrase replaced by another, for each that `others` has. */
function* withOtherWords(words: readonly string[], others: OtherWords): Generator<string[]> {
  for (let from = 0; from < words.length; from++)
    for (let to = from + 1; to <= Math.min(words.length, from + 4); to++)
      for (const phrase of others.get(words.slice(from, to).join(' ')) ?? [])
        yield [...words.slice(0, from), ...indexWordsOf(phrase), ...words.slice(to)];
}

/** `words` with two of them written as one, and with one of them written as two, if the index has these. */
function* joinedOrSplit(words: readonly string[], index: WordIndex): Generator<string[]> {
  for (const [at, word] of words.entries()) {
    const joined = word + (words[at + 1] ?? '');
    if (at + 1 < words.length && index.count(joined) > 0)
      yield [...words.slice(0, at), joined, ...words.slice(at + 2)];
    for (let cut = 3; index.count(word) < COMMON && cut <= word.length - 3; cut++) {
      const parts = [word.slice(0, cut), word.slice(cut)];
      if (parts.every((part) => index.count(part) >= COMMON))
        yield [...words.slice(0, at), ...parts, ...words.slice(at + 1)];
    }
  }
}

/** `typed` without words that don't say what the query is about. */
function tellingOf(typed: readonly string[]): readonly string[] {
  const telling = typed.filter((word) => !QUESTION.test(word));
  return typed.length > 2 && telling.length > 0 ? telling : typed;
}

/** A search for items by the words of a query. */
export interface WordSearch {
  find(query: string): FoundItem[];
  /** The words of a query, and what else they may be called or may be a misspelling of. */
  variantsOf(query: string): Variant[];
}

/**
 * Creates a search in `index`. The words of a query match in any order, whole or by their beginnings; accents, case, singular or plural
 * and a typo in each don't matter. Without words nothing is found.
 * @param isWord whether a word that the index doesn't have is spelled correctly
 */
export function createWordSearch(
  index: WordIndex,
  others: OtherWords,
  isWord: (word: string) => boolean = () => false,
): WordSearch {
  const letters = new Map(index.words.map((word) => [word, lettersOf(word)]));

  function similarTo(word: string, known: readonly string[]): readonly string[] {
    if (word.length >= 4 && isKatakana(word)) return partsLike(word, known);
    const bits = lettersOf(word);
    return known.filter(
      (other) =>
        Math.abs(other.length - word.length) <= 2 &&
        countBits((letters.get(other) ?? 0) ^ bits) <= MOST_OTHER_LETTERS,
    );
  }
  /** The plural of a word may be what was misspelled. */
  function correctWith(word: string, known: readonly string[], most?: number): string {
    const similar = similarTo(word, known);
    const plurals = word.endsWith('s') ? similar.map((other) => `${other}s`) : [];
    const likely = correctSpelling(word, [...similar, ...plurals], most);
    // Without its first letter, a word is another one: bread and read.
    if (likely === word.slice(1)) return word;
    return plurals.includes(likely) ? likely.slice(0, -1) : likely;
  }

  function corrected(word: string): string {
    const count = index.count(word);
    if (count >= COMMON || (count === 0 && isWord(word))) return word;
    if (count === 0) {
      const likely = correctWith(word, index.common);
      return likely === word ? correctWith(word, index.words) : likely;
    }
    // A word that exists is only taken for a typo if it is one letter away from a word that is much more frequent.
    if (word.length < SHORTEST_ODD) return word;
    const likely = correctWith(word, index.common, 1);
    return index.count(likely) >= count * MORE_FREQUENT ? likely : word;
  }

  function variantsOf(query: string): Variant[] {
    const typed = indexWordsOf(query.slice(0, LONGEST_QUERY)).slice(0, MOST_WORDS);
    const words = tellingOf(typed);
    if (words.length === 0) return [];
    const spelled = words.map(corrected);
    const as = (factor: number) => (variant: readonly string[]) => ({ words: variant, factor });
    return [
      { words, factor: FACTOR.typed },
      ...[...withOtherWords(typed, others)].map(tellingOf).map(as(FACTOR.otherWords)),
      ...[...joinedOrSplit(words, index)].map(as(FACTOR.joined)),
      ...(spelled.some((word, at) => word !== words[at]) ? [spelled] : []).map(as(FACTOR.corrected)),
    ];
  }

  return {
    variantsOf,

    find(query) {
      const scores = new Map<number, number>();
      for (const { words, factor } of variantsOf(query))
        for (const { item, score } of index.find(words))
          scores.set(item, Math.max(scores.get(item) ?? 0, score * factor));
      return [...scores].map(([item, score]) => ({ item, score }));
    },
  };
}
