import { addressOf } from '../sites/index.ts';
import type { LearnedMoves, MovesTable } from '../sites/moves.ts';

/** Redirects of a site as a source lists them: pairs of where from and where to, paths or addresses. */
export interface Redirects {
  /** Month of the source where it says so. */
  taken: string | undefined;
  redirects: [from: string, to: string][];
}

/** The lines of a `_redirects` file: from, to and perhaps a status. One that is no redirect (200, 404) is left out. */
function fromLines(text: string): Redirects['redirects'] {
  return text.split('\n').flatMap((line): Redirects['redirects'] => {
    const [from, to, status = '301'] = line.trim().split(/\s+/);
    return from && to && !from.startsWith('#') && /^30\d!?$/.test(status) ? [[from, to]] : [];
  });
}

/**
 * Reads redirects from the text of a `_redirects` file, or from JSON: an object of from and to, such an object or
 * a list of pairs as the value of `redirects`. Throws a SyntaxError where JSON is neither.
 */
export function readRedirects(text: string): Redirects {
  if (!/^\s*[[{]/.test(text)) return { taken: undefined, redirects: fromLines(text) };
  const json = JSON.parse(text) as { taken?: unknown; redirects?: unknown };
  const { taken, redirects = json } = json;
  const pairs: unknown[] = Array.isArray(redirects) ? redirects : Object.entries(redirects ?? {});
  const isPair = (pair: unknown): pair is [string, string] =>
    Array.isArray(pair) && pair.length === 2 && pair.every((part) => typeof part === 'string');
  if (!pairs.every(isPair)) throw new SyntaxError('the JSON holds no redirects');
  return { taken: typeof taken === 'string' ? taken : undefined, redirects: pairs };
}

/** A page that only asks who is there says nothing of where the reader was sent. */
const LOGIN = /\/(?:sign[-_]?in|log[-_]?in)\b/i;

/** `place` as the table has it: a path of `origin`, or an address elsewhere; undefined where it is no https address or a login. */
function placeOf(place: string, origin: string): string | undefined {
  const url = URL.parse(place, origin)?.href ?? '';
  const address = addressOf(url) ?? url;
  if (address.startsWith(`${origin}/`)) return address.slice(origin.length);
  return address.startsWith('https://') && !LOGIN.test(address) ? address : undefined;
}

/**
 * The redirects as moves of the site at `origin`, canonical. Left out: what canonicalisation does already
 * (`/company/*`), pages that are not of this handbook, patterns with `*` elsewhere than at their end, anchors (a
 * server never sees one), and targets without `https:`.
 */
export function movesFrom({ redirects }: Redirects, origin: string): Record<string, string> {
  const moves: Record<string, string> = {};
  for (const [from, to] of redirects) {
    const below = /\/\*\/?$/.test(from) ? '*' : '';
    const path = placeOf(below ? from.replace(/\*\/?$/, '') : from, origin);
    const splat = below && to.endsWith(':splat') ? ':splat' : '';
    const start = splat ? to.slice(0, -splat.length) : to;
    const target = placeOf(start, origin);
    if (!path || !target || /[*#]|^https/.test(path) || /\/:\w/.test(start)) continue;
    if (!addressOf(origin + path) || (target === path && !below === !splat)) continue;
    // Of two rules for one path the site's server takes the first.
    moves[path + below] ??= target + splat;
  }
  return moves;
}

/**
 * The table with what `sources` say: of two that know a move the newer is believed, of two as old the first of
 * `sources`. What no source says any more is kept, since a site drops its redirects after a year; not so the move of a
 * page that is there again in `living`, a list as new as the source or newer.
 */
export function mergeMoves(
  table: MovesTable,
  sources: readonly LearnedMoves[],
  living: { taken: string; pages: readonly string[] },
): MovesTable {
  const known = new Set<string>();
  const there = new Set(living.pages);
  const byAge = [...sources, ...table.learned].toSorted((a, b) => b.taken.localeCompare(a.taken));
  const learned = byAge.map((source): LearnedMoves => {
    const kept = Object.entries(source.moves).filter(([path]) => {
      const lives = there.has(path) && source.taken <= living.taken;
      return !lives && !known.has(path);
    });
    for (const [path] of kept) known.add(path);
    return { ...source, moves: Object.fromEntries(kept.toSorted(([a], [b]) => (a < b ? -1 : 1))) };
  });
  return { ...table, learned: learned.filter(({ moves }) => Object.keys(moves).length > 0) };
}
