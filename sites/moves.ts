import { type Address, ancestorsOf, anchorOf, pageOf } from './address.ts';
import { addressOf } from './index.ts';

/**
 * The moves that one source lists, as in Netlify's `_redirects`. Keys are paths at the table's origin; a key that ends in `/*` means
 * everything below it. Values are paths at the origin or `https:` addresses elsewhere; `:splat` stands for the part that `*` matched.
 */
export interface LearnedMoves {
  /** Name of the file that lists them. */
  source: string;
  /** The month in which the source was read, such as `2026-08`. */
  taken: string;
  moves: Record<string, string>;
}

/** The moves of one site. The newest source is first, and each move is listed once. */
export interface MovesTable {
  /** Scheme and host of the paths, such as `https://handbook.gitlab.com`. */
  origin: string;
  learned: LearnedMoves[];
}

/** Longer than any real chain. A pattern whose target is below itself would never end. */
const MOST_STEPS = 100;

function targetOf({ learned }: MovesTable, key: string): string | undefined {
  return learned.find(({ moves }) => Object.hasOwn(moves, key))?.moves[key];
}

/** The target of `page` by its own rule, or else by that of the nearest folder it is in. */
function ruleFor(table: MovesTable, page: Address): string | undefined {
  const path = page.slice(table.origin.length);
  const exact = targetOf(table, path);
  if (exact !== undefined) return exact;
  for (const folder of [page, ...ancestorsOf(page)]) {
    const prefix = folder.slice(table.origin.length);
    const target = targetOf(table, `${prefix}*`);
    if (target !== undefined) return target.replace(':splat', () => path.slice(prefix.length));
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

/** The addresses that the moves lead through from `address`, in their order; undefined if they form a cycle or never end. */
export function stepsFrom(table: MovesTable, address: Address): Address[] | undefined {
  const steps: Address[] = [];
  let at = address;
  for (let next = stepFrom(table, at); next !== undefined && next !== at; next = stepFrom(table, at)) {
    if (next === address || steps.includes(next) || steps.length >= MOST_STEPS) return undefined;
    steps.push(next);
    at = next;
  }
  return steps;
}

/**
 * Follows all moves from `address` to their end. The most specific rule wins, and the anchor stays unless a move sets one.
 * @returns a canonical address if it is a handbook's page, else an `https:` address elsewhere; undefined if no move is known or if
 *   the moves form a cycle
 */
export function followMoves(table: MovesTable, address: Address): Address | undefined {
  return stepsFrom(table, address)?.at(-1);
}

/** Whether a move from `page` to `other` means that the page is there now. A move to a parent page means that it was dropped. */
const isMove = (page: Address, other: Address) => !ancestorsOf(page).includes(pageOf(other));

/**
 * The address to which `address` has moved. Undefined if no move is known, or if the page was dropped: sites redirect dropped pages to
 * a parent page.
 */
export function movedTo(table: MovesTable, address: Address): Address | undefined {
  const target = followMoves(table, address);
  return target && isMove(pageOf(address), target) ? target : undefined;
}

/** The keys of the moves by their target page, or for moves with `:splat` by their target folder followed by `*`. */
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
 * Creates a function that returns the other addresses of a page: the one at which its moves end, those that they lead through, and
 * those whose moves end at it. Moves to a parent page or the front page are left out, since sites redirect dropped pages there.
 */
export function createMovedAddressLookup(table: MovesTable): (address: Address) => Address[] {
  const keys = keysByTarget(table);
  /** The pages that lead to `page` by moves other than those in `used`, so that a cycle of moves ends. */
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
    const steps = stepsFrom(table, address)?.toReversed() ?? [];
    const isMoved = steps[0] !== undefined && isMove(page, steps[0]);
    const sources = leadingTo(page).filter((from) => followMoves(table, from) === page && isMove(from, page));
    return [
      ...(isMoved ? steps.filter((step) => isMove(page, step)) : []),
      ...new Set(sources.map((from) => from + address.slice(page.length))),
    ];
  };
}
