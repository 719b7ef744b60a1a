import { wordsOf } from '../text/fold.ts';
import { type Address, ancestorsOf, pageOf } from './address.ts';
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
   * The known pages for a query that is an address, with or without its scheme: its page, or where that moved, then pages suggested for
   * it. Undefined for another query, and for an address that isn't typed to its end (`…/developer-rel`).
   */
  pagesAt(query: string, most: number): Address[] | undefined;
}

/**
 * The similarity (0 to 1) from which a page is suggested before the parent page. If the direct parent still exists, the page was more
 * likely dropped than moved, so a name of one word needs a higher similarity (`oneWord`).
 */
const LIKELY = { elsewhere: 0.52, oneWord: 0.88 };
const LONGEST_QUERY = 200;

/** The last part of an address has no slash after it yet. */
const IS_BEING_TYPED = /\/[\w-]+\s*$/;

/** The address in a query that is one, with or without its scheme; undefined if it isn't one. */
function addressIn(query: string): Address | undefined {
  const [, scheme, rest] = /^\s*(https?:\/\/)?([\w-]+(?:\.[\w-]+)+\/\S*)\s*$/i.exec(query) ?? [];
  return rest && addressOf((scheme ?? 'https://') + rest);
}

/** Creates the search for a site's known pages. */
export function createPageSearch(list: PagesList, moves: MovesTable): PageSearch {
  const known = new Set(list.pages);
  let pathSearch: ReturnType<typeof createPathSearch> | undefined;

  /** Finds the known paths that are similar to `path`. Its index is only built when it is first needed. */
  const similarTo = (path: string) => {
    pathSearch ??= createPathSearch(list.pages);
    return pathSearch(path);
  };
  const knows = (address: Address) =>
    address.startsWith(`${list.origin}/`) && known.has(pageOf(address).slice(list.origin.length));

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

  return {
    knows,

    suggestPages,

    pagesAt(query, most) {
      const address = addressIn(query.slice(0, LONGEST_QUERY));
      if (address === undefined) return undefined;
      if (knows(address)) return [pageOf(address)];
      if (IS_BEING_TYPED.test(query)) return undefined;
      return suggestPages(address, most)
        .map((suggested) => suggested.address)
        .filter(knows);
    },
  };
}
