import moves from '../../assets/sites/moves.json' with { type: 'json' };
import otherWords from '../../assets/sites/other-words.json' with { type: 'json' };
import pages from '../../assets/sites/pages.json' with { type: 'json' };
import titles from '../../assets/sites/titles.json' with { type: 'json' };
import type { Match } from '../../courses/match.ts';
import { type Address, ancestorsOf, anchorOf, pageOf } from '../../sites/address.ts';
import { createHeadingFinder, type HeadingFinder } from '../../sites/find-headings.ts';
import { createPageFinder, type FoundPage, type PageFinder } from '../../sites/find-pages.ts';
import { gitlabHandbook } from '../../sites/gitlab-handbook.ts';
import type { PageTitles } from '../../sites/page-facts.ts';
import { createPageSearch } from '../../sites/search-pages.ts';
import { type OtherWords, otherWordsFrom } from '../../text/word-search.ts';

/** A search result: its title, and a quiet line that says where it is. */
export interface SearchResult {
  address: string;
  title: string;
  place: string;
}

/** A page to open instead of a missing one, and why it is suggested. */
export interface CandidatePlace extends SearchResult {
  reason: 'moved' | 'similar' | 'above';
}

/** A page of the handbook or a heading on one, and how well it matches (0 to about 1). */
export interface HandbookResult extends SearchResult {
  kind: 'page' | 'heading';
  score: number;
}

const pageSearch = createPageSearch(pages, titles, moves);
const JAPANESE = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}]/u;

/** The beginning that all addresses of the handbook have. */
const ROOT = /^\s*(?:(?:https?:\/\/)?handbook\.gitlab\.com)?\/?handbook\//;

/** What readers call pages that no title has. */
export const others: OtherWords = otherWordsFrom(otherWords);

let headingFinder: HeadingFinder | undefined;
let inJapanese: PageTitles | undefined;
// Made when the reader searches: a missing page needs none.
const finders: { english?: PageFinder; japanese?: PageFinder } = {};

function finderFor(query: string): PageFinder {
  const isWord = (word: string) => headingFinder?.hasWord(word) ?? false;
  const site = { pages, titles, moves, others, isWord };
  if (inJapanese && JAPANESE.test(query))
    finders.japanese ??= createPageFinder({ ...site, translated: inJapanese });
  finders.english ??= createPageFinder(site);
  return (JAPANESE.test(query) && finders.japanese) || finders.english;
}

/**
 * Loads what else is searched: the headings, and Japanese titles for a query in Japanese.
 * @returns whether the query may have other results now
 */
export async function loadMore(query: string): Promise<boolean> {
  const before = [headingFinder, inJapanese];
  if (JAPANESE.test(query))
    inJapanese ??= (await import('../../assets/sites/titles-ja.json', { with: { type: 'json' } })).default;
  if (!headingFinder && query.trim()) {
    const headings = await import('../../assets/sites/headings.json', { with: { type: 'json' } });
    headingFinder ??= createHeadingFinder(headings.default, titles);
  }
  return before[0] !== headingFinder || before[1] !== inJapanese;
}

/** The path of a page of the handbook, or the address without its scheme of another page. */
const placeOf = (address: Address) =>
  address.startsWith(`${pages.origin}/`)
    ? address.slice(pages.origin.length)
    : address.replace('https://', '');

const knownTitles: PageTitles['titles'] = titles.titles;
/** Of the pages above a page, those next to it say best where it is. */
const NEAREST = 2;

/** The titles of the nearest pages above a page, the outermost first. The handbook itself goes without saying. */
function placeAbove(page: Address, translated: PageTitles | undefined): string {
  const above = ancestorsOf(page)
    .slice(0, -1)
    .map(placeOf)
    .map((path) => translated?.titles[path] ?? knownTitles[path])
    .filter((title) => title !== undefined);
  return above.slice(0, NEAREST).toReversed().join(' / ');
}

/**
 * The page's title as its authors wrote it, or its path if no title is known, and where it is: below which pages, or for a heading, on
 * which.
 * @param translated titles to prefer
 */
function named(address: Address, translated?: PageTitles): SearchResult {
  const page = pageOf(address);
  const path = placeOf(page);
  const title = translated?.titles[path] ?? knownTitles[path];
  const id = anchorOf(address);
  if (id) return { address, title: `#${id}`, place: title ?? path };
  // A path says itself where it is.
  if (title === undefined) return { address, title: path, place: '' };
  return { address, title, place: placeAbove(page, translated) };
}

/** Prepares the search, so that the first letter doesn't wait for it. */
export const prepareSearch = (): unknown => finderFor('');

/**
 * Searches the pages of the handbook, and once they are loaded, the headings. A heading's page is before it if it matches as well.
 * @returns at most `most` results, the best first
 */
export function searchHandbook(query: string, most: number): HandbookResult[] {
  const asked = pageSearch.pagesAt(query, most);
  const finder = finderFor(query);
  const words = query.replace(ROOT, '');
  const found: FoundPage[] = asked
    ? asked.map((address, at) => ({ address, score: 1 - at / 1000 }))
    : [...finder.findPages(words), ...(headingFinder?.findHeadings(finder.variantsOf(words)) ?? [])];
  const translated = JAPANESE.test(query) ? inJapanese : undefined;
  return found
    .toSorted((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ address, score }) => ({
      ...named(address, translated),
      kind: address.includes('#') ? 'heading' : 'page',
      score,
    }));
}

/**
 * Suggests existing pages to open instead of a missing one. One that moved has nothing but its new page.
 * @param address the missing page
 * @param match where it is in a course. The course may know of a move that the handbook's table of moves doesn't.
 * @param url the address as the browser has it. If it is another spelling of a page that exists, that page is suggested too.
 */
export function replacementsFor(
  address: Address,
  match: Match | undefined,
  url: string = address,
  most = 5,
): CandidatePlace[] {
  const page = pageOf(address);
  const isMisspelled = url.replace(/[?#].*/, '') !== page && pageSearch.knows(page);
  const resources = match?.reason === 'moved' ? match.resources.filter(({ gone }) => !gone) : [];
  const movedTo = new Set(resources.map((resource) => pageOf(resource.address)));
  if (movedTo.size > 0) return [...movedTo].map((place) => ({ ...named(place), reason: 'moved' }));
  const itself = isMisspelled ? [{ address: page, reason: 'similar' as const }] : [];
  // Only the pages of the GitLab handbook are known; they don't help the reader of another handbook.
  const suggested = gitlabHandbook.addressOf(address) ? pageSearch.suggestPages(address, most) : [];
  return [...itself, ...suggested].slice(0, most).map((place) => ({ ...named(place.address), ...place }));
}
