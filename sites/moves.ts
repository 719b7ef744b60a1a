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
