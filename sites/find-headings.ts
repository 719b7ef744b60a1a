import { fold } from '../text/fold.ts';
import { indexWordsOf } from '../text/index-words.ts';
import { COMMON } from '../text/word-index.ts';
import type { Variant } from '../text/word-search.ts';
import { withAnchor } from './address.ts';
import type { FoundPage } from './find-pages.ts';
import type { PageHeadings, PageTitles } from './page-facts.ts';

/** A heading scores less than a page that matches as well. */
const HEADING = 0.76;
/** How much less a heading scores for ten times as many others with the same text. */
const REPEATED = 0.08;
/** How much a word counts that only the page's title or address has. */
const OF_PAGE = 0.5;
/** The part of a score that depends on how much of the heading the words are. */
const COVERED = 0.3;
/** Shorter words begin too many others. */
const SHORTEST = 3;
/** How much lower a heading scores for each folder its page is in. */
const DEPTH = 0.002;
/** The most variants of a query that are scanned for: each is one scan. */
const MOST_VARIANTS = 3;
/** The most headings that are looked at for one query. */
const MOST = 3000;

interface Heading {
  path: string;
  id: string;
}

/** A search for headings. */
export interface HeadingFinder {
  /** Finds headings by the words of a query, in no order. */
  findHeadings(variants: readonly Variant[]): FoundPage[];
  /** Whether some headings have a word that is or begins with `word`. One may have a typo. */
  hasWord(word: string): boolean;
}

/**
 * Creates a search for headings by their ids. It scans one text with all ids, which is fast enough for each letter that is typed, and
 * needs no index, which would take long to make.
 */
export function createHeadingFinder(
  { origin, headings }: PageHeadings,
  { titles }: PageTitles,
): HeadingFinder {
  const all: Heading[] = [];
  const starts: number[] = [];
  let length = 0;
  const lines: string[] = [];
  for (const [path, ids = ''] of Object.entries(headings))
    for (const id of ids.split(' ')) {
      const line = `-${/^[\w-]*$/.test(id) ? id.toLowerCase() : fold(id)}`;
      all.push({ path, id });
      starts.push(length);
      lines.push(line);
      length += line.length + 1;
    }
  const text = lines.join('\n');

  /** The number of the heading whose line contains the character at `place`. */
  function headingAt(place: number): number {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= place) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** The headings with a word that is or begins with `word`. */
  function* headingsWith(word: string): Generator<number> {
    let last = -1;
    const sought = `-${word}`;
    for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + 1)) {
      const heading = headingAt(at);
      if (heading !== last) yield heading;
      last = heading;
    }
  }

  function hasWord(word: string): boolean {
    const headings = headingsWith(word);
    for (let count = 0; count < COMMON; count++) if (headings.next().done) return false;
    return true;
  }

  /** How well a heading fits the words, from 0 to 1: how many of them it has, and how much of it they are. */
  function fitOf(number: number, words: readonly string[]): number {
    const line = lines[number] ?? '';
    const path = all[number]?.path ?? '';
    let [found, letters] = [0, 0];
    let ofPage: readonly string[] | undefined;
    for (const word of words) {
      if (line.includes(`-${word}`)) {
        found += 1;
        letters += word.length + 1;
        continue;
      }
      ofPage ??= indexWordsOf(`${titles[path] ?? ''} ${path}`);
      if (!ofPage.some((each) => each.startsWith(word))) return 0;
      found += OF_PAGE;
    }
    return (found / words.length) * (1 - COVERED + COVERED * Math.min(1, letters / line.length));
  }

  /** Adds the headings that have all `words`, if their pages' titles are counted. */
  function addTo(scores: Map<number, number>, { words, factor }: Variant): void {
    // A heading may lack the longest word if its page has it.
    const longest = words.toSorted((a, b) => b.length - a.length).slice(0, 2);
    for (const word of longest.filter(({ length }) => length >= SHORTEST))
      for (const heading of headingsWith(word)) {
        if (scores.size > MOST) return;
        const score = fitOf(heading, words) * factor;
        if (score > (scores.get(heading) ?? 0)) scores.set(heading, score);
      }
  }

  function findHeadings(variants: readonly Variant[]): FoundPage[] {
    const scores = new Map<number, number>();
    for (const variant of variants.slice(0, MOST_VARIANTS)) addTo(scores, variant);
    const repeated = new Map<string, number>();
    for (const heading of scores.keys()) {
      const line = lines[heading] ?? '';
      repeated.set(line, (repeated.get(line) ?? 0) + 1);
    }
    return [...scores].map(([heading, score]) => {
      const { path, id } = all[heading] as Heading;
      const less = Math.log10(repeated.get(lines[heading] ?? '') ?? 1) * REPEATED;
      const depth = path.split('/').length * DEPTH;
      return { address: withAnchor(origin + path, id), score: score * (HEADING - less) - depth };
    });
  }

  return { findHeadings, hasWord };
}
