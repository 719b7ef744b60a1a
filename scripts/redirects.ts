import { addressOf } from '../sites/index.ts';
import type { LearnedMoves, MovesTable } from '../sites/moves.ts';

/** The redirects in a source, each from and to a path or address. */
export interface Redirects {
  /** The month of the source (`2026-08`), if it says one. */
  taken: string | undefined;
  redirects: [from: string, to: string][];
}

/** Reads a `_redirects` file: each line has from, to and an optional status. Lines with another status (200, 404) are left out. */
function fromLines(text: string): Redirects['redirects'] {
  return text.split('\n').flatMap((line): Redirects['redirects'] => {
    const [from, to, status = '301'] = line.trim().split(/\s+/);
    return from && to && !from.startsWith('#') && /^30\d!?$/.test(status) ? [[from, to]] : [];
  });
}

/**
 * Reads redirects from the text of a `_redirects` file or from JSON: an object `{ from: to }`, or that object or a list of
 * pairs as the value of `redirects`.
 * @throws SyntaxError if JSON has another form
 */
export function readRedirects(text: string): Redirects {
  if (!/^\s*[[{]/.test(text)) return { taken: undefined, redirects: fromLines(text) };
  const json = JSON.parse(text) as { taken?: unknown; redirects?: unknown };
  const { taken, redirects = json } = json;
  const pairs: unknown[] = Array.isArray(redirects) ? redirects : Object.entries(redirects ?? {});
  const isPair = (pair: unknown): pair is [string, string] =>
    Array.isArray(pair) && pair.length === 2 && pair.every((part) => typeof part === 'string');
  if (!pairs.every(isPair)) throw new SyntaxError('the JSON contains no redirects');
  return { taken: typeof taken === 'string' ? taken : undefined, redirects: pairs };
}

/** A redirect to a sign-in page doesn't say where the page is. */
const LOGIN = /\/(?:sign[-_]?in|log[-_]?in)\b/i;

/** `place` as in the table: a path of `origin`, or an address elsewhere; undefined for a sign-in page or anything but https. */
function placeOf(place: string, origin: string): string | undefined {
  const url = URL.parse(place, origin)?.href ?? '';
  const address = addressOf(url) ?? url;
  if (address.startsWith(`${origin}/`)) return address.slice(origin.length);
  return address.startsWith('https://') && !LOGIN.test(address) ? address : undefined;
}

/**
 * The redirects as moves of the site at `origin`, canonical, from path to path or address. Left out are redirects that
 * canonicalisation already does (`/company/*`), pages outside the handbook, patterns with `*` anywhere but at their end,
 * anchors (a server never sees them), and targets without `https:`.
 */
export function movesFrom({ redirects }: Redirects, origin: string): Record<string, string> {
  const moves: Record<string, string> = {};
  for (const [from, to] of redirects) {
    const move = moveOf(from, to, origin);
    // If there are two rules for one path, the site's server uses the first.
    if (move) moves[move.from] ??= move.to;
  }
  return moves;
}

/** One redirect as a move, canonical; undefined if it is to be left out. */
function moveOf(from: string, to: string, origin: string): { from: string; to: string } | undefined {
  const below = /\/\*\/?$/.test(from) ? '*' : '';
  const path = placeOf(below ? from.replace(/\*\/?$/, '') : from, origin);
  const splat = below && to.endsWith(':splat') ? ':splat' : '';
  const start = splat ? to.slice(0, -splat.length) : to;
  const target = placeOf(start, origin);
  if (!path || !target) return undefined;
  const isPattern = /[*#]|^https/.test(path) || /\/:\w/.test(start);
  const isNothing = target === path && !below === !splat;
  if (isPattern || isNothing || !addressOf(origin + path)) return undefined;
  return { from: path + below, to: target + splat };
}

/**
 * Merges `sources` into the table. If two know the move of one page, the newer source counts, or the first of two from the same
 * month. Moves that no source has any more stay, since sites remove redirects after a year. Moves of pages that exist again are
 * removed: those in `living`, if that list is at least as new as the source.
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
