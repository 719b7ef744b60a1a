import fuzzysort from 'fuzzysort';
import { wordsOf } from '../text/fold.ts';
import { correctSpelling } from '../text/spelling.ts';
import { type Address, ancestorsOf, decoded, pageOf } from './address.ts';
import { addressOf } from './index.ts';
import { followMoves, type MovesTable } from './moves.ts';
import { createPathSearch } from './similar-paths.ts';

/** The known pages of a site. */
export interface PagesList {
  /** Scheme and host of the paths. */
  origin: string;
  /** Name of the file that the list was made from. */
  source: string;
  /** Month of the source, such as `2026-08`. */
  taken: string;
  /** Canonical paths, in order. */
  pages: string[];
}

/** A page offered for one that is missing, and why: its move leads there, its words are alike, it is the folder above. */
export interface Candidate {
  address: Address;
  reason: 'moved' | 'alike' | 'above';
}

/** What can be found among the known pages of a site. */
export interface PageSearch {
  /** Whether the page of `address` is known to be there. */
  knows(address: Address): boolean;
  /**
   * The best places for an address that is missing, the likeliest first: where its move leads, the page whose path is
   * most alike, the nearest living page above it, more that are alike. Never empty where the site has a front page.
   */
  candidatesFor(address: Address, most?: number): Candidate[];
  /**
   * The pages whose paths a reader may mean by `query` (words, parts of them or their letters in order, or an address),
   * as a quick-open ranks them; small typos, accents, case and order are forgiven. Empty for an empty query.
   */
  searchPages(query: string, most?: number): Address[];
}

/**
 * From which likeness on (0 to 1) a page is likelier meant than the folder above the missing one. A folder that is still
 * there has rather dropped its page than sent it away, so there a name of one word needs more.
 */
const LIKELY = { elsewhere: 0.52, oneWord: 0.88 };
/** From which of fuzzysort's scores on (0 to 1) a page is found; only letters in order, with gaps, score less. */
const FOUND = 0.5;
const LETTERS_IN_ORDER = 0.2;
/** From which score on it is what is meant, so that nobody asks whether it was a slip. */
const SURE = 0.8;
/** From which likeness on (0 to 1) a page is offered for words of which not all are in its path. */
const NEAR = 0.3;
const LONGEST_QUERY = 200;

const spaced = (path: string) => path.replace(/[/_-]+/g, ' ').trim();

/** The words of a query. Signs are none: no address has them. */
const wordsIn = (query: string) =>
  query
    .replace(/\p{Cf}+/gu, '')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim()
    .toLowerCase();

/** The address that `query` is, with or without its scheme, as it is copied from elsewhere; undefined where it is none. */
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

/** Makes the finder for a site's known pages and moves. What it needs of them it makes when it is first asked. */
export function createPageSearch(list: PagesList, moves: MovesTable): PageSearch {
  const living = new Set(list.pages);
  let alikeTo: ReturnType<typeof createPathSearch> | undefined;
  const pages = list.pages.map((path) => {
    const parts = path.split('/').filter(Boolean).slice(1);
    return { path, depth: parts.length, last: spaced(parts.at(-1) ?? ''), all: spaced(parts.join('/')) };
  });
  const snapshot = fuzzysort.snapshot(pages, { keys: ['last', 'all'] });
  const words = [...new Set(pages.flatMap(({ all }) => all.split(' ')))];

  const likeness = () => {
    alikeTo ??= createPathSearch(list.pages);
    return alikeTo;
  };
  const knows = (address: Address) =>
    address.startsWith(`${list.origin}/`) && living.has(pageOf(address).slice(list.origin.length));

  function search(query: string, most: number, threshold: number) {
    return fuzzysort.go(query, snapshot, {
      limit: most,
      threshold,
      // Of pages that fit as well the one higher up is meant.
      scoreFn: ({ score, obj }) => score - obj.depth / 1000,
    });
  }
  type Hits = ReturnType<typeof search>;
  const addressesOf = (hits: Hits | Hits[number][]) => hits.map(({ obj }) => list.origin + obj.path);

  function candidatesFor(address: Address, most = 5): Candidate[] {
    const page = pageOf(address);
    const target = followMoves(moves, page);
    // Sent to a page above it, it was dropped: the same place as any page's, and no better than one alike.
    const dropped = target !== undefined && ancestorsOf(page).includes(pageOf(target));
    const elsewhere = target !== undefined && !target.startsWith(`${list.origin}/`);
    const moved = target !== undefined && !dropped && (elsewhere || knows(target)) ? [target] : [];
    // The move's end may have moved on: what is alike is sought from there.
    const sought = target === undefined || dropped || elsewhere ? page : pageOf(target);
    const ancestors = ancestorsOf(sought);
    const above = ancestors.filter(knows).slice(0, 1);
    alikeTo ??= createPathSearch(list.pages);
    const alike = alikeTo(new URL(sought).pathname).slice(0, most);
    const last = wordsOf(sought.split('/').at(-2) ?? '');
    const likely = above[0] === ancestors[0] && last.length === 1 ? LIKELY.oneWord : LIKELY.elsewhere;
    const likeliest = alike.filter(({ score }) => !dropped && score >= likely).slice(0, 1);
    const candidates = new Map<Address, Candidate['reason']>();
    const add = (reason: Candidate['reason'], addresses: Address[]) => {
      for (const each of addresses) if (each !== page && !candidates.has(each)) candidates.set(each, reason);
    };
    const pathsOf = (found: typeof alike) => found.map(({ path }) => list.origin + path);
    add('moved', moved);
    add('alike', pathsOf(likeliest));
    add('above', above);
    add('alike', pathsOf(alike));
    return [...candidates].slice(0, most).map(([each, reason]) => ({ address: each, reason }));
  }

  /** The known places for the address that a reader looks for: its page or where that moved, what has its words, what else is near. */
  function placesOf(address: Address, found: Address[], most: number): Address[] {
    if (knows(address)) return [pageOf(address), ...found];
    const candidates = candidatesFor(address, most).filter((each) => knows(each.address));
    const moved = candidates.filter(({ reason }) => reason === 'moved');
    const addresses = (list: Candidate[]) => list.map((each) => each.address);
    return [...addresses(moved), ...found, ...addresses(candidates)];
  }

  /** What `query` finds with its spelling corrected, if that is better than `found`; else what is found for a part of its words. */
  function corrected(query: string, most: number, found: Address[], best: number): Address[] {
    const spelled = query.split(/\s+/).map((word) => correctSpelling(word, words));
    const better = search(spelled.join(' '), most, FOUND);
    if ((better[0]?.score ?? 0) > best) return addressesOf(better);
    if (found.length > 0) return found;
    // Of several words not all have to fit: those that do tell which pages are near. One may be short for another.
    if (spelled.length === 1)
      return addressesOf(
        search(query, most, LETTERS_IN_ORDER).filter(({ obj }) => isShortFor(query, obj.all)),
      );
    const named = `/handbook/${spelled.join('-')}/`;
    const near = likeness()(named).filter(({ score }) => score >= NEAR);
    return near.slice(0, most).map(({ path: found }) => list.origin + found);
  }

  return {
    knows,

    candidatesFor,

    searchPages(query, most = 20) {
      const text = query.slice(0, LONGEST_QUERY);
      const address = addressIn(text);
      const path = address === undefined ? text : decoded(new URL(address).pathname);
      const wanted = wordsIn(path.replace(/^\s*https?:\/\/[^/]*|[?#].*/g, '').replace(/^\/?handbook\//, ''));
      if (wanted === '' && address === undefined) return [];
      const hits = search(wanted, most, FOUND);
      const found = addressesOf(hits);
      if (address !== undefined) return [...new Set(placesOf(address, found, most))].slice(0, most);
      const best = hits[0]?.score ?? 0;
      return best >= SURE ? found : corrected(wanted, most, found, best);
    },
  };
}
