import moves from '../../assets/sites/moves.json' with { type: 'json' };
import pages from '../../assets/sites/pages.json' with { type: 'json' };
import type { Match } from '../../courses/match.ts';
import { type Address, pageOf } from '../../sites/address.ts';
import { pageFinder } from '../../sites/find-pages.ts';
import { gitlabHandbook } from '../../sites/gitlab-handbook.ts';
import { pageName } from '../../sites/page-name.ts';
import type { CandidatePlace } from '../course/Candidates.tsx';
import type { Found } from './Search.tsx';

const finder = pageFinder(pages, moves);

const named = (address: Address): Found => ({ address, ...pageName(address, pages.origin) });

/** The handbook's pages that a reader may mean by `query`. */
export const findInHandbook = (query: string, most: number): Found[] =>
  finder.findPages(query, most).map(named);

/**
 * The best living places for the missing page at `address`, which is at `match` in a course. A course may know of a
 * move that the handbook's own table does not; what the panel says of one resource's move is not said again. Where `url`,
 * which is missing, only is another way of writing the address of a page, that page may be there all the same.
 */
export function placesFor(
  address: Address,
  match: Match | undefined,
  url: string = address,
  most = 5,
): CandidatePlace[] {
  const page = pageOf(address);
  const written = url.replace(/[?#].*/, '') !== page && finder.knows(page);
  const moved = match?.reason === 'moved' ? match.resources.filter(({ gone }) => !gone) : [];
  const known = moved.map((resource) => ({ address: pageOf(resource.address), reason: 'moved' as const }));
  const itself = written ? [{ address: page, reason: 'alike' as const }] : [];
  const said = new Set([
    ...(written ? [] : [page]),
    ...(match?.resource ? known.map((place) => place.address) : []),
  ]);
  const places = new Map<Address, CandidatePlace>();
  // Of another handbook no pages are known: those of this one are not what its reader means.
  const alike = gitlabHandbook.addressOf(address) ? finder.candidatesFor(address, most + said.size) : [];
  for (const place of [...known, ...itself, ...alike]) {
    const key = pageOf(place.address);
    if (!said.has(key) && !places.has(key)) places.set(key, { ...named(place.address), ...place });
  }
  return [...places.values()].slice(0, most);
}
