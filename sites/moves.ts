import { type Address, ancestorsOf, anchorOf, pageOf } from './address.ts';
import { addressOf } from './index.ts';

/**
 * What one source said of a site's moves. The keys are paths of the table's origin, those that end in `/*` for
 * everything below; the values are paths of it or `https:` addresses elsewhere, where `:splat` is what the `*` stood for.
 */
export interface LearnedMoves {
  /** Name of the file that said so. */
  source: string;
  /** Month of the source, such as `2026-08`. */
  taken: string;
  moves: Record<string, string>;
}

/** The moved addresses of one site: what every source has said, the newest first, each move once. */
export interface MovesTable {
  /** Scheme and host of the paths. */
  origin: string;
  learned: LearnedMoves[];
}

/** Longer than any honest chain; a pattern that leads below itself would never end. */
const MOST_STEPS = 100;

function targetOf({ learned }: MovesTable, key: string): string | undefined {
  return learned.find(({ moves }) => Object.hasOwn(moves, key))?.moves[key];
}

/** What the table says of `page`: of itself, else of the nearest folder that it lies in. */
function ruleFor(table: MovesTable, page: Address): string | undefined {
  const path = page.slice(table.origin.length);
  const exact = targetOf(table, path);
  if (exact !== undefined) return exact;
  for (const folder of [page, ...ancestorsOf(page)]) {
    const above = folder.slice(table.origin.length);
    const target = targetOf(table, `${above}*`);
    if (target !== undefined) return target.replace(':splat', () => path.slice(above.length));
  }
  return undefined;
}

function stepFrom(table: MovesTable, address: Address): Address | undefined {
  const page = pageOf(address);
  if (!page.startsWith(`${table.origin}/`)) return undefined;
  const target = ruleFor(table, page);
  if (target === undefined) return undefined;
  const url = target.startsWith('/') ? table.origin + target : target;
  const next = addressOf(url) ?? (url.startsWith('https://') ? url : undefined);
  return next && !anchorOf(next) ? pageOf(next) + address.slice(page.length) : next;
}

/**
 * Where `address` leads by the table, through all its moves: the most specific rule counts, and the anchor is
 * kept unless a move names one. The answer is canonical where it is a handbook's page (`addressOf` knows it),
 * else an `https:` address elsewhere. Undefined where no move is known, and where the moves lead in a circle.
 */
export function followMoves(table: MovesTable, address: Address): Address | undefined {
  const seen = new Set([address]);
  let at = address;
  for (let next = stepFrom(table, at); next !== undefined && next !== at; next = stepFrom(table, at)) {
    if (seen.has(next) || seen.size > MOST_STEPS) return undefined;
    seen.add(next);
    at = next;
  }
  return at === address ? undefined : at;
}

/** Whether a move of `page` to `other` says that the one has become the other: not where it leads to a page above it. */
const becomes = (page: Address, other: Address) => !ancestorsOf(page).includes(pageOf(other));

/**
 * Where `address` has moved by the table; undefined where no move is known, and where it was dropped: a site sends the
 * readers of such a page to one above it.
 */
export function movedTo(table: MovesTable, address: Address): Address | undefined {
  const target = followMoves(table, address);
  return target && becomes(pageOf(address), target) ? target : undefined;
}

/** The moves' keys by the page that they lead to, and with `*` by the folder to which they lead all that is below. */
function keysByTarget({ origin, learned }: MovesTable): Map<Address, string[]> {
  const keys = new Map<Address, string[]>();
  for (const [key, to] of learned.flatMap(({ moves }) => Object.entries(moves))) {
    const target = pageOf(to.startsWith('/') ? origin + to : to).replace(/:splat$/, '*');
    const known = keys.get(target);
    if (known) known.push(key);
    else keys.set(target, [key]);
  }
  return keys;
}

/**
 * Makes the search for all that the table connects with an address: where it leads, and what leads to it, through
 * all moves. Not among them is a page that leads to one above it or to the front page: there a site sends the
 * readers of what it has dropped, and the page has not become the other.
 */
export function movedAddresses(table: MovesTable): (address: Address) => Address[] {
  const keys = keysByTarget(table);
  /** What leads to `page` by moves that are not in `used`: a move that is taken twice only leads back to itself. */
  function leadingTo(page: Address, used: readonly string[] = []): Address[] {
    const nearest = [page, ...ancestorsOf(page)].map(
      (folder) => [`${folder}*`, page.slice(folder.length)] as const,
    );
    return [[page, ''] as const, ...nearest].flatMap(([target, below]) =>
      (keys.get(target) ?? []).flatMap((key) => {
        if (used.includes(key)) return [];
        const source = table.origin + key.replace(/\*$/, '') + below;
        return [source, ...leadingTo(source, [...used, key])];
      }),
    );
  }
  return (address) => {
    const page = pageOf(address);
    const target = movedTo(table, address);
    const sources = leadingTo(page).filter(
      (from) => followMoves(table, from) === page && becomes(from, page),
    );
    return [
      ...(target ? [target] : []),
      ...new Set(sources.map((from) => from + address.slice(page.length))),
    ];
  };
}
