import { indexWordsOf } from './index-words.ts';

/** A text to find, and what it is the name of: several texts may name one item. */
export interface IndexedText {
  text: string;
  /** The number of the item, from 0. */
  item: number;
  /** From 0 to 1: less for a text that says less about its item. 1 by default. */
  weight?: number;
  /** Words that tell it apart from texts that are otherwise the same: with them it says less about its own words. */
  beside?: string;
  /** Whether the words' initials may stand for the text (DIB for “Diversity, Inclusion & Belonging”). */
  initials?: boolean;
}

/** How well a word of the index fits a word of the query, from 0 to 1. */
interface Fit {
  term: number;
  quality: number;
}

/** A word of a query: its weight, and how well it fits each text and each item (0 if it doesn't). */
interface QueryWord {
  weight: number;
  /** The texts that have it. */
  found: number[];
  quality: Float32Array;
  /** For each text the weight of those of its words that the word covers. */
  covered: Float32Array;
  best: Float32Array;
}

/** An item that was found; the score is from 0 to about 1. */
export interface FoundItem {
  item: number;
  score: number;
}

/** Qualities (0 to 1) of a word that begins with the query's, that is a beginning of it, or that is in another text of the item or above it. */
const QUALITY = {
  begins: 0.72,
  shorter: 0.6,
  initials: 0.8,
  twoInitials: 0.65,
  someInitials: 0.6,
  otherText: 0.9,
  above: 0.6,
};
/** The part of a score that depends on how much of the text the query's words are. */
const COVERED = 0.3;
/** The part of the query, by the weight of its words, that an item has to have. */
const LEAST_OF_QUERY = 0.5;
/** A word that fewer texts have may be misspelled. */
export const COMMON = 3;
/** How many items above an item may have words of the query. */
const MOST_ABOVE = 5;
/** How much words beside a text count as words of it. */
const BESIDE = 0.5;
/** The part of a text that its own acronym is about: less than all, since others may have the acronym as their only word. */
const OWN_ACRONYM = 0.5;
/** Longer texts have no known initials. */
const MOST_INITIALS = 8;
/** Words like “a” and “of” that initials leave out. */
const SMALL = new Set(['a', 'an', 'and', 'at', 'for', 'in', 'of', 'on', 'or', 'the', 'to', 'with']);
const CJK = /^[\p{scx=Han}\p{scx=Kana}]{2,}$/u;

interface Key {
  key: string;
  term: number;
}

/** An index of words, as `createWordIndex` makes it. */
export interface WordIndex {
  /** Finds items that have the words, or enough of them. In no order. */
  find(words: readonly string[]): FoundItem[];
  /** The number of texts with a word that is or begins with `word`. */
  count(word: string): number;
  /** All words, the most frequent first. */
  words: readonly string[];
  /** Those of them that at least `COMMON` texts have. */
  common: readonly string[];
}

/** The terms of all texts, and in which texts each is. */
function termsOf(texts: readonly IndexedText[]) {
  const numbers = new Map<string, number>();
  const postings: number[][] = [];
  const terms: string[] = [];
  const inText = texts.map(({ text }, at) => {
    const numbersOf = new Set<number>();
    const words = indexWordsOf(text);
    for (const word of words) {
      let term = numbers.get(word);
      if (term === undefined) {
        term = terms.push(word) - 1;
        numbers.set(word, term);
        postings.push([]);
      }
      if (!numbersOf.has(term)) postings[term]?.push(at);
      numbersOf.add(term);
    }
    return { words, terms: [...numbersOf] };
  });
  return { numbers, postings, terms, inText };
}

/** The sorted keys under which terms are found by their beginnings: a Japanese term also by the beginning of any part of it. */
function keysOf(terms: readonly string[]): Key[] {
  const keys = terms.flatMap((word, term): Key[] => {
    if (!CJK.test(word)) return [{ key: word, term }];
    return Array.from({ length: word.length - 1 }, (_, at) => ({ key: word.slice(at), term }));
  });
  return keys.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
}

/** The index of the first of `keys` that isn't before `word`. */
function firstAt(keys: readonly Key[], word: string): number {
  let [low, high] = [0, keys.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((keys[middle]?.key ?? '') < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

const lettersOf = (words: readonly string[]) => words.map((word) => word[0] ?? '').join('');

/** The word that is the initials of all others, as in “Directly Responsible Individuals (DRI)”, which is about it. */
const ownAcronymOf = (words: readonly string[]) =>
  words.find((word) => word === lettersOf(words.filter((other) => other !== word)));

/** The part of a text that its initials, found with a quality, are about. */
const coveredBy = (quality: number) => (quality === 1 ? OWN_ACRONYM : quality > QUALITY.someInitials ? 1 : 0);

/** All runs of three to six of the letters. */
function partsOf(letters: string): string[] {
  const parts: string[] = [];
  for (let from = 0; from + 3 <= letters.length; from++)
    for (let to = from + 3; to <= Math.min(letters.length, from + 6); to++)
      parts.push(letters.slice(from, to));
  return parts;
}

/** Texts by the initials of all their words, and of three or more of their words in a row. */
function initialsOf(texts: readonly IndexedText[], words: readonly (readonly string[])[]) {
  const byLetters = new Map<string, { text: number; quality: number }[]>();
  const add = (letters: string, text: number, quality: number) => {
    const known = byLetters.get(letters);
    if (!known) byLetters.set(letters, [{ text, quality }]);
    else if (known.at(-1)?.text !== text) known.push({ text, quality });
  };
  for (const [at, { initials }] of texts.entries()) {
    const telling = initials ? (words[at] ?? []).filter((word) => !SMALL.has(word)) : [];
    const letters = lettersOf(telling);
    if (letters.length < 2 || letters.length > MOST_INITIALS) continue;
    const own = ownAcronymOf(telling);
    if (own !== undefined) add(own, at, 1);
    add(letters, at, letters.length < 3 ? QUALITY.twoInitials : QUALITY.initials);
    for (const some of partsOf(letters)) add(some, at, QUALITY.someInitials);
  }
  return byLetters;
}

/**
 * Creates an index that finds items by words of their texts. A word of the query fits a word that is the same or begins with it; a rare
 * word counts more than one that many texts have; a text that has little else counts more.
 * @param above for each item the item that contains it, whose words count as well, if less
 */
export function createWordIndex(
  texts: readonly IndexedText[],
  above: readonly (number | undefined)[],
): WordIndex {
  const { numbers, postings, terms, inText } = termsOf(texts);
  const items = texts.reduce((most, { item }) => Math.max(most, item + 1), above.length);
  const keys = keysOf(terms);
  const initials = initialsOf(
    texts,
    inText.map(({ words }) => words),
  );
  const rarity = (count: number) => Math.log(1 + texts.length / (1 + count)) ** 2;
  const weights = Float32Array.from(postings, (found) => rarity(found.length));
  const weigh = (own: readonly number[]) => own.reduce((sum, term) => sum + (weights[term] ?? 0), 0);
  const besides = texts.map(({ beside = '' }) =>
    indexWordsOf(beside).flatMap((word) => numbers.get(word) ?? []),
  );
  const totals = Float32Array.from(
    inText,
    ({ terms: own }, at) =>
      weigh(own) + weigh((besides[at] ?? []).filter((term) => !own.includes(term))) * BESIDE,
  );

  const counted = terms
    .map((word, term) => ({ word, count: postings[term]?.length ?? 0 }))
    .sort((a, b) => b.count - a.count);

  /** The terms that fit `word`. */
  function fitsOf(word: string): Fit[] {
    const fits: Fit[] = [];
    for (let at = firstAt(keys, word); keys[at]?.key.startsWith(word); at++) {
      const { term } = keys[at] as Key;
      const length = terms[term]?.length ?? 1;
      const quality =
        length === word.length ? 1 : QUALITY.begins + (1 - QUALITY.begins) * (word.length / length) ** 2;
      fits.push({ term, quality });
    }
    const least = CJK.test(word) ? 2 : 5;
    for (let length = word.length - 1; length >= Math.max(least, word.length / 2); length--) {
      const term = numbers.get(word.slice(0, length));
      if (term !== undefined) fits.push({ term, quality: QUALITY.shorter });
    }
    return fits;
  }

  /** How well `word` fits all texts. */
  function queryWord(word: string): QueryWord {
    const quality = new Float32Array(texts.length);
    const covered = new Float32Array(texts.length);
    const best = new Float32Array(items);
    const found: number[] = [];
    const add = (text: number, fit: number, weight: number) => {
      const known = quality[text] ?? 0;
      if (known === 0) found.push(text);
      if (fit < known || (fit === known && weight <= (covered[text] ?? 0))) return;
      quality[text] = fit;
      covered[text] = weight;
      const item = texts[text]?.item ?? 0;
      best[item] = Math.max(best[item] ?? 0, fit);
    };
    for (const { term, quality: fit } of fitsOf(word))
      for (const text of postings[term] ?? []) add(text, fit, fit * (weights[term] ?? 0));
    for (const { text, quality: fit } of initials.get(word) ?? [])
      add(text, fit, coveredBy(fit) * (totals[text] ?? 0));
    return { weight: rarity(found.length), found, quality, covered, best };
  }

  /** How well another text of `item` fits a word, or else the items above it. */
  function fitElsewhere(item: number, best: Float32Array): number {
    const own = best[item];
    if (own) return own * QUALITY.otherText;
    let next = above[item];
    for (let steps = 0; next !== undefined && steps < MOST_ABOVE; steps++) {
      const quality = best[next];
      if (quality) return quality * QUALITY.above;
      next = above[next];
    }
    return 0;
  }

  /** The score of one text for the words of a query, 0 if it has too few of them. */
  function scoreOf(text: number, words: readonly QueryWord[], all: number): number {
    const { item, weight = 1 } = texts[text] as IndexedText;
    let [fits, covered] = [0, 0];
    for (const word of words) {
      fits += (word.quality[text] || fitElsewhere(item, word.best)) * word.weight;
      covered += word.covered[text] ?? 0;
    }
    const ofQuery = fits / all;
    const ofText = Math.min(1, covered / (totals[text] || 1));
    return ofQuery < LEAST_OF_QUERY ? 0 : weight * ofQuery * (1 - COVERED + COVERED * ofText);
  }

  return {
    words: counted.map(({ word }) => word),
    common: counted.filter(({ count }) => count >= COMMON).map(({ word }) => word),

    count(word) {
      let count = 0;
      for (const { term } of fitsOf(word))
        if (terms[term]?.startsWith(word)) count += postings[term]?.length ?? 0;
      return count;
    },

    find(words) {
      const query = words.map(queryWord);
      const all = query.reduce((sum, { weight }) => sum + weight, 0);
      const scores = new Float32Array(items);
      const found: number[] = [];
      for (const text of new Set(
        query.length === 1 ? query[0]?.found : query.flatMap((word) => word.found),
      )) {
        const score = scoreOf(text, query, all);
        const item = texts[text]?.item ?? 0;
        if (score > 0 && scores[item] === 0) found.push(item);
        scores[item] = Math.max(scores[item] ?? 0, score);
      }
      return found.map((item) => ({ item, score: scores[item] ?? 0 }));
    },
  };
}
