import { type Address, pageOf } from './address.ts';
import { addressOf } from './index.ts';
import type { MovesTable } from './moves.ts';
import type { PagesList, PageTitles } from './page-facts.ts';
import { createPathSearch } from './similar-paths.ts';
import { createPageSuggestions, type SuggestedPage } from './suggest-pages.ts';

/** A search in the known pages of a site. */
export interface PageSearch {
  /** Whether the page of `address` is a known page. */
  knows(address: Address): boolean;
  /**
   * Suggests pages for a missing one, the likeliest first (`createPageSuggestions`).
   * @param most the length of the list, 5 by default
   */
  suggestPages(address: Address, most?: number): SuggestedPage[];
  /**
   * The known pages for a query that is an address, with or without its scheme: its page, or where that moved, then pages suggested for
   * it. Undefined for another query, and for an address that isn't typed to its end (`…/developer-rel`).
   */
  pagesAt(query: string, most: number): Address[] | undefined;
}

const LONGEST_QUERY = 200;

/** The last part of an address has no slash after it yet. */
const IS_BEING_TYPED = /\/[\w-]+\s*$/;

/** The address in a query that is one, with or without its scheme; undefined if it isn't one. */
function addressIn(query: string): Address | undefined {
  const [, scheme, rest] = /^\s*(https?:\/\/)?([\w-]+(?:\.[\w-]+)+\/\S*)\s*$/i.exec(query) ?? [];
  return rest && addressOf((scheme ?? 'https://') + rest);
}

/** Creates the search for a site's known pages. */
export function createPageSearch(list: PagesList, titles: PageTitles, moves: MovesTable): PageSearch {
  const known = new Set(list.pages);
  let pathSearch: ReturnType<typeof createPathSearch> | undefined;

  /** Finds the known paths that are similar to `path`. Its index is only built when it is first needed. */
  const similarTo = (path: string) => {
    pathSearch ??= createPathSearch(list.pages);
    return pathSearch(path);
  };
  const knows = (address: Address) =>
    address.startsWith(`${list.origin}/`) && known.has(pageOf(address).slice(list.origin.length));

  const suggestPages = createPageSuggestions(list, titles, moves, similarTo);

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
