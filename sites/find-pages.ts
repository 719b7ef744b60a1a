import { createWordIndex, type IndexedText } from '../text/word-index.ts';
import { createWordSearch, type OtherWords, type Variant } from '../text/word-search.ts';
import { type Address, ancestorsOf, decoded } from './address.ts';
import { followMoves, type MovesTable } from './moves.ts';
import type { PagesList, PageTitles } from './page-facts.ts';

/** A page, or with an anchor a heading on one. */
export interface FoundPage {
  address: Address;
  /** From 0 to about 1. */
  score: number;
}

/** What a page search knows of a site. */
export interface KnownSite {
  pages: PagesList;
  titles: PageTitles;
  moves: MovesTable;
  others: OtherWords;
  /** More titles of pages, in other languages. */
  translated?: PageTitles | undefined;
  /** Whether a word that no page has is spelled correctly. */
  isWord?: (word: string) => boolean;
}

/** The weights of texts besides titles: the last part of an address, and what a page was called at a former one. */
const WEIGHT = { name: 0.95, former: 0.9 };
/** How much lower a page scores for each folder it is in. */
const DEPTH = 0.012;
/** How much lower a page scores at least than a page above it that matches as well. */
const BELOW = 0.001;
/** The part of a score from which a page above matches as well. */
const AS_WELL = 0.8;
/** The lowest score of a result. */
const FOUND = 0.3;
/** A page scores at most this much higher for the number of pages below it. */
const LARGE = 0.04;

const partsOf = (path: string) => path.split('/').filter(Boolean).slice(1);
const inWords = (part: string) =>
  decoded(part)
    .replace(/\.html$/, '')
    .replace(/[-_]+/g, ' ');

/** The texts that pages are found by: titles, the last parts of addresses, and both of the pages' former addresses. */
function textsOf({ pages, titles, moves, translated }: KnownSite): IndexedText[] {
  const texts: IndexedText[] = [];
  const items = new Map(pages.pages.map((path, item) => [path, item]));
  const add = (item: number, text: string | undefined, weight: number, beside = '') => {
    if (text) texts.push({ text, item, weight, beside, initials: true });
  };
  const addName = (item: number, path: string, weight: number) => {
    const parts = partsOf(path).map(inWords);
    add(item, parts.at(-1), weight, parts.at(-2));
  };
  for (const [path, item] of items) {
    const title = titles.titles[path];
    add(item, title, 1);
    addName(item, path, title === undefined ? 1 : WEIGHT.name);
    add(item, translated?.titles[path], 1);
  }
  const former = new Set([
    ...Object.keys(titles.titles),
    ...moves.learned.flatMap((source) => Object.keys(source.moves)),
  ]);
  for (const path of former) {
    if (items.has(path) || path.endsWith('*')) continue;
    const target = followMoves(moves, pages.origin + path);
    const item = items.get(target?.slice(pages.origin.length) ?? '');
    // A redirect to a page above says nothing about that page.
    if (item === undefined || path.startsWith(target?.slice(pages.origin.length) ?? '')) continue;
    add(item, titles.titles[path], WEIGHT.former);
    addName(item, path, WEIGHT.former);
  }
  return texts;
}

/** For each page the number of the nearest known page above it. */
function parentsOf({ origin, pages }: PagesList): (number | undefined)[] {
  const items = new Map(pages.map((path, item) => [origin + path, item]));
  return pages.map((path) => {
    const above = ancestorsOf(origin + path).filter((each) => each !== `${origin}/handbook/`);
    return items.get(above.find((each) => each !== origin + path && items.has(each)) ?? '');
  });
}

/** A search for a site's pages. */
export interface PageFinder {
  /** Finds pages by what people call them: all that match, in no order. */
  findPages(query: string): FoundPage[];
  /** The words of a query, and what else they may be called or may be a misspelling of. */
  variantsOf(query: string): Variant[];
}

/** Creates a search for a site's pages. */
export function createPageFinder(site: KnownSite): PageFinder {
  const { origin, pages } = site.pages;
  const parents = parentsOf(site.pages);
  const sizes = pages.map(() => 0);
  for (const start of pages.keys())
    for (let above = parents[start]; above !== undefined; above = parents[above])
      sizes[above] = (sizes[above] ?? 0) + 1;
  const standings = pages.map(
    (path, item) => Math.min(LARGE, Math.log10(1 + (sizes[item] ?? 0)) * 0.02) - partsOf(path).length * DEPTH,
  );
  const search = createWordSearch(createWordIndex(textsOf(site), parents), site.others, site.isWord);

  return {
    variantsOf: search.variantsOf,

    findPages(query) {
      // Pages are sorted by path, so that each comes after those above it.
      const found = search.find(query).sort((a, b) => a.item - b.item);
      const raw = new Map(found.map(({ item, score }) => [item, score]));
      const scores = new Map<number, number>();
      for (const { item, score } of found) {
        let most = score + (standings[item] ?? 0);
        for (let above = parents[item]; above !== undefined; above = parents[above])
          if ((raw.get(above) ?? 0) >= score * AS_WELL)
            most = Math.min(most, (scores.get(above) ?? 0) - BELOW);
        scores.set(item, most);
      }
      return [...scores]
        .filter(([, score]) => score >= FOUND)
        .map(([item, score]) => ({ address: origin + pages[item], score }));
    },
  };
}
