import moves from '../../assets/sites/moves.json' with { type: 'json' };
import pages from '../../assets/sites/pages.json' with { type: 'json' };
import type { Match } from '../../courses/match.ts';
import { type Address, pageOf } from '../../sites/address.ts';
import { gitlabHandbook } from '../../sites/gitlab-handbook.ts';
import { pageName } from '../../sites/page-name.ts';
import { createPageSearch } from '../../sites/search-pages.ts';

/** A search result: its title, and a quiet line that says where it is. */
export interface SearchResult {
  address: string;
  title: string;
  folders: string;
}

/** A page to open instead of a missing one, and why it is suggested. */
export interface CandidatePlace extends SearchResult {
  reason: 'moved' | 'similar' | 'above';
}

const pageSearch = createPageSearch(pages, moves);

const named = (address: Address): SearchResult => ({ address, ...pageName(address, pages.origin) });

/** Searches the addresses of the handbook. @returns at most `most` pages, the best match first */
export const searchHandbook = (query: string, most: number): SearchResult[] =>
  pageSearch.searchPages(query, most).map(named);

/**
 * Suggests existing pages to open instead of a missing one.
 * @param address the missing page
 * @param match where it is in a course. The course may know of a move that the handbook's table of moves doesn't. A move that the
 *   panel already shows for a single resource isn't suggested again.
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
  const moved = match?.reason === 'moved' ? match.resources.filter(({ gone }) => !gone) : [];
  const movedTo = moved.map((resource) => ({
    address: pageOf(resource.address),
    reason: 'moved' as const,
  }));
  const itself = isMisspelled ? [{ address: page, reason: 'similar' as const }] : [];
  const excluded = new Set([
    ...(isMisspelled ? [] : [page]),
    ...(match?.resource ? movedTo.map((place) => place.address) : []),
  ]);
  const places = new Map<Address, CandidatePlace>();
  // Only the pages of the GitLab handbook are known; they don't help the reader of another handbook.
  const similar = gitlabHandbook.addressOf(address)
    ? pageSearch.suggestPages(address, most + excluded.size)
    : [];
  for (const place of [...movedTo, ...itself, ...similar]) {
    const key = pageOf(place.address);
    if (!excluded.has(key) && !places.has(key)) places.set(key, { ...named(place.address), ...place });
  }
  return [...places.values()].slice(0, most);
}
