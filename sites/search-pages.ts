import fuzzysort from 'fuzzysort';
import { wordsOf } from '../text/fold.ts';
import { correctSpelling } from '../text/spelling.ts';
import { type Address, ancestorsOf, decoded, pageOf } from './address.ts';
import { addressOf } from './index.ts';
import { followMoves, type MovesTable } from './moves.ts';
import type { PagesList } from './page-facts.ts';
import { createPathSearch } from './similar-paths.ts';

/** A page suggested for a missing one, and why: the missing one moved there, the addresses have similar words, or it is the parent page. */
export interface SuggestedPage {
  address: Address;
  reason: 'moved' | 'similar' | 'above';
}

/** A search in the known pages of a site. */
export interface PageSearch {
  /** Whether the page of `address` is a known page. */
  knows(address: Address): boolean;
  /**
   * Suggests pages for a missing one, the likeliest first: the target of its move, the page with the most similar path, the nearest
   * existing parent page, more pages with similar paths. Never empty if the site's front page is known.
   * @param most the length of the list, 5 by default
   */
  suggestPages(address: Address, most?: number): SuggestedPage[];
  /**
   * Finds pages by their paths, the best match first, like the quick-open of an editor. Ignores small typos, accents, case and the
   * order of words.
   * @param query words, parts of words, some of their letters in order, or an address
   * @param most the length of the list, 20 by default
   * @returns an empty list for an empty query
   */
  searchPages(query: string, most?: number): Address[];
}

/**
 * The similarity (0 to 1) from which a page is suggested before the parent page. If the direct parent still exists, the page was more
 * likely dropped than moved, so a name of one word needs a higher similarity (`oneWord`).
 */
const LIKELY = { elsewhere: 0.52, oneWord: 0.88 };
/** The lowest fuzzysort score (0 to 1) of a result. Letters in order, with gaps between them, score less. */
const FOUND = 0.5;
/** The lowest score of a result for an abbreviation. */
const LETTERS_IN_ORDER = 0.2;
/** The score from which a result is certain, so that the query needs no spelling correction. */
const SURE = 0.8;
/** The lowest similarity (0 to 1) of a result for a query some of whose words aren't in its path. */
const NEAR = 0.3;
const LONGEST_QUERY = 200;

const spaced = (path: string) => path.replace(/[/_-]+/g, ' ').trim();

/** The words of a query, in lower case and separated by spaces. Symbols are dropped, since no address has them. */
const wordsIn = (query: string) =>
  query
    .replace(/\p{Cf}+/gu, '')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim()
    .toLowerCase();

/** The address in a query that is one, with or without its scheme; undefined if it isn't one. */
function addressIn(query: string): Address | undefined {
  const [, scheme, rest] = /^\s*(https?:\/\/)?([\w-]+(?:\.[\w-]+)+\/\S*)\s*$/i.exec(query) ?? [];
  return rest && addressOf((scheme ?? 'https://') + rest);
}

/**
 * One step of `isShortFor`: the indices in `text` at which `letter` can be read next, either as the first letter of a word or later in a
 * word of which letters were read. `ends` are those of the letter before; undefined for the first letter.
 */
function nextEnds(letter: string, text: string, ends: ReadonlySet<number> | undefined): Set<number> {
  const next = new Set<number>();
  let [before, inWord] = [ends === undefined, false];
  for (let at = 0; at < text.length; at++) {
    const starts = at === 0 || text[at - 1] === ' ';
    if (starts) inWord = false;
    if (text[at] === letter && (starts ? before : inWord)) next.add(at);
    if (ends?.has(at)) before = inWord = true;
  }
  return next;
}

/** Whether `short` abbreviates words of `text`, in order, each by its first letter and perhaps others: `incmgmt`. */
function isShortFor(short: string, text: string): boolean {
  let ends: Set<number> | undefined;
  for (const letter of short) ends = nextEnds(letter, text, ends);
  return ends !== undefined && ends.size > 0;
}

/** Creates the search for a site's known pages. */
export function createPageSearch(list: PagesList, moves: MovesTable): PageSearch {
  const known = new Set(list.pages);
  let pathSearch: ReturnType<typeof createPathSearch> | undefined;
  const pages = list.pages.map((path) => {
    const parts = path.split('/').filter(Boolean).slice(1);
    return { path, depth: parts.length, last: spaced(parts.at(-1) ?? ''), all: spaced(parts.join('/')) };
  });
  const snapshot = fuzzysort.snapshot(pages, { keys: ['last', 'all'] });
  const words = [...new Set(pages.flatMap(({ all }) => all.split(' ')))];

  /** Finds the known paths that are similar to `path`. Its index is only built when it is first needed. */
  const similarTo = (path: string) => {
    pathSearch ??= createPathSearch(list.pages);
    return pathSearch(path);
  };
  const knows = (address: Address) =>
    address.startsWith(`${list.origin}/`) && known.has(pageOf(address).slice(list.origin.length));

  function search(query: string, most: number, threshold: number) {
    return fuzzysort.go(query, snapshot, {
      limit: most,
      threshold,
      // Of pages with equal scores, the one in the higher folder comes first.
      scoreFn: ({ score, obj }) => score - obj.depth / 1000,
    });
  }
  type Results = ReturnType<typeof search>;
  const addressesOf = (results: Results | Results[number][]) =>
    results.map(({ obj }) => list.origin + obj.path);

  function suggestPages(address: Address, most = 5): SuggestedPage[] {
    const page = pageOf(address);
    const target = followMoves(moves, page);
    // A redirect to a parent page means that the page was dropped, so its target is suggested only as the parent page.
    const dropped = target !== undefined && ancestorsOf(page).includes(pageOf(target));
    const elsewhere = target !== undefined && !target.startsWith(`${list.origin}/`);
    const moved = target !== undefined && !dropped && (elsewhere || knows(target)) ? [target] : [];
    // The target may be missing as well: then pages with paths similar to the target's are suggested.
    const sought = target === undefined || dropped || elsewhere ? page : pageOf(target);
    const ancestors = ancestorsOf(sought);
    const parent = ancestors.filter(knows).slice(0, 1);
    const similar = similarTo(new URL(sought).pathname).slice(0, most);
    const last = wordsOf(sought.split('/').at(-2) ?? '');
    const likely = parent[0] === ancestors[0] && last.length === 1 ? LIKELY.oneWord : LIKELY.elsewhere;
    const likeliest = similar.filter(({ score }) => !dropped && score >= likely).slice(0, 1);
    const suggestions = new Map<Address, SuggestedPage['reason']>();
    const add = (reason: SuggestedPage['reason'], addresses: Address[]) => {
      for (const each of addresses)
        if (each !== page && !suggestions.has(each)) suggestions.set(each, reason);
    };
    const toAddresses = (found: typeof similar) => found.map(({ path }) => list.origin + path);
    add('moved', moved);
    add('similar', toAddresses(likeliest));
    add('above', parent);
    // A page that shares only its folders with the missing one is no guess.
    const named = similar.filter(({ path }) => wordsOf(path).some((word) => last.includes(word)));
    add('similar', toAddresses(last.length > 0 ? named : similar));
    return [...suggestions].slice(0, most).map(([each, reason]) => ({ address: each, reason }));
  }

  /** The results for an address: its page or where that moved, then `found`, then other pages suggested for it. */
  function resultsFor(address: Address, found: Address[], most: number): Address[] {
    if (knows(address)) return [pageOf(address), ...found];
    const suggestions = suggestPages(address, most).filter((each) => knows(each.address));
    const moved = suggestions.filter(({ reason }) => reason === 'moved');
    const addresses = (list: SuggestedPage[]) => list.map((each) => each.address);
    return [...addresses(moved), ...found, ...addresses(suggestions)];
  }

  /**
   * The results for `query` with its spelling corrected, if they score more than `best`, the highest score of `found`; else `found`; if
   * that is empty, the pages that match an abbreviation or some of the words.
   */
  function corrected(query: string, most: number, found: Address[], best: number): Address[] {
    const spelled = query.split(/\s+/).map((word) => correctSpelling(word, words));
    const better = search(spelled.join(' '), most, FOUND);
    if ((better[0]?.score ?? 0) > best) return addressesOf(better);
    if (found.length > 0) return found;
    // One word may be an abbreviation. Of several words, those that match are enough to find similar pages.
    if (spelled.length === 1)
      return addressesOf(
        search(query, most, LETTERS_IN_ORDER).filter(({ obj }) => isShortFor(query, obj.all)),
      );
    const named = `/handbook/${spelled.join('-')}/`;
    const near = similarTo(named).filter(({ score }) => score >= NEAR);
    return near.slice(0, most).map(({ path: found }) => list.origin + found);
  }

  return {
    knows,

    suggestPages,

    searchPages(query, most = 20) {
      const text = query.slice(0, LONGEST_QUERY);
      const address = addressIn(text);
      const path = address === undefined ? text : decoded(new URL(address).pathname);
      const wanted = wordsIn(path.replace(/^\s*https?:\/\/[^/]*|[?#].*/g, '').replace(/^\/?handbook\//, ''));
      if (wanted === '' && address === undefined) return [];
      const results = search(wanted, most, FOUND);
      const found = addressesOf(results);
      if (address !== undefined) return [...new Set(resultsFor(address, found, most))].slice(0, most);
      const best = results[0]?.score ?? 0;
      return best >= SURE ? found : corrected(wanted, most, found, best);
    },
  };
}
