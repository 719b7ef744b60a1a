import { type Course, resourcesOf } from '../courses/course.ts';
import { indexCourses, matchesOf } from '../courses/match.ts';
import { type Address, ancestorsOf, anchorOf, pageOf, withAnchor } from '../sites/address.ts';
import { createMovedAddressLookup, type MovesTable, stepsFrom } from '../sites/moves.ts';

/** What is known of a handbook's past and present. */
export interface History {
  moves: MovesTable;
  /** The paths of the pages that exist now. */
  pages: readonly string[];
  /** The paths of the pages of an older edition. */
  former: readonly string[];
}

/** An address that a resource had and that doesn't lead to it: the pack needs it among the resource's former addresses. */
export interface MissingAddress {
  course: string;
  resource: string;
  address: Address;
  reason: 'redirect' | 'same name' | 'course page';
}

const nameOf = (address: Address) => pageOf(address).split('/').at(-2) ?? '';

/**
 * Creates a function that returns the ids of the resources of `course` at an address, whatever heading is named. The pack's own
 * addresses, the built-in moves and nothing else lead there.
 */
function resourcesAt(course: Course, moves: MovesTable): (address: Address) => string[] {
  const index = indexCourses([course], createMovedAddressLookup(moves));
  return (address) =>
    matchesOf(index, address)
      .filter(({ reason }) => reason !== 'within')
      .flatMap(({ resources }) => resources.map(({ id }) => id));
}

type Chain = readonly Address[];

/**
 * The addresses of `chains` that were of `page`, the page of a resource, by redirects that lead to it or away from it. Sites redirect
 * dropped pages to a parent page, which doesn't have their content.
 */
const byRedirects = (chains: readonly Chain[], page: Address) =>
  chains
    .filter((chain) => chain.includes(page))
    .flat()
    .filter((place) => place === page || !ancestorsOf(place).includes(page));

/** The addresses of `chains` that begin at a page with the name of `page`, unless they end at another page that exists. */
const byName = (chains: readonly Chain[], page: Address, isLiving: (address?: Address) => boolean) =>
  chains.filter((chain) => nameOf(chain[0] ?? '') === nameOf(page) && !isLiving(chain.at(-1))).flat();

/**
 * Finds the addresses that the resources of `course` had by what is known of the handbook, and that don't lead to them.
 * - By redirects: each address of a chain that has an address of the resource.
 * - By the name of the page: one that was removed, if the resource's page is newer than the older edition and has the same name.
 * @param built the moves that the extension has, which may be fewer than those of `history`
 */
export function missingAddresses(course: Course, history: History, built: MovesTable): MissingAddress[] {
  const { moves, pages, former } = history;
  const { origin } = moves;
  const at = resourcesAt(course, built);
  const inSet = (paths: ReadonlySet<string>) => (address?: Address) =>
    address?.startsWith(`${origin}/`) === true && paths.has(address.slice(origin.length));
  const isLiving = inSet(new Set(pages));
  const wasLiving = inSet(new Set(former));
  const sources = moves.learned.flatMap((source) => Object.keys(source.moves));
  const chains = [...new Set([...former, ...sources.filter((path) => !path.endsWith('*'))])]
    .map((path) => origin + path)
    .filter((address) => !isLiving(address))
    .map((address) => [address, ...(stepsFrom(moves, address) ?? [])].map(pageOf));
  return resourcesOf(course).flatMap(({ id, address, formerly = [] }) => {
    const page = pageOf(address);
    const missing = new Map<Address, MissingAddress['reason']>();
    // A page that exists in both editions wasn't moved.
    const isNewer = former.length > 0 && page.startsWith(`${origin}/`) && !wasLiving(page);
    for (const place of isNewer ? byName(chains, page, isLiving) : []) missing.set(place, 'same name');
    for (const named of [address, ...formerly])
      for (const place of byRedirects(chains, pageOf(named))) missing.set(place, 'redirect');
    return [...missing]
      .filter(([place]) => !at(withAnchor(place, anchorOf(address))).includes(id))
      .map(([place, reason]) => ({ course: course.id, resource: id, address: place, reason }));
  });
}

/** The links of an older edition of the page of `course` that lead to none of its resources. */
export function missingLinks(
  course: Course,
  links: readonly Address[],
  built: MovesTable,
): Omit<MissingAddress, 'resource'>[] {
  const at = resourcesAt(course, built);
  return [...new Set(links)]
    .filter((address) => at(address).length === 0)
    .map((address) => ({ course: course.id, address, reason: 'course page' }));
}
