import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import committed from '../../../assets/sites/moves.json' with { type: 'json' };
import known from '../../../assets/sites/pages.json' with { type: 'json' };
import { addressOf } from '../../../sites/index.ts';
import { followMoves, type MovesTable } from '../../../sites/moves.ts';

const HOST = 'https://handbook.gitlab.com';
const H = `${HOST}/handbook`;

const tableOf = (...learned: Record<string, string>[]): MovesTable => ({
  origin: HOST,
  learned: learned.map((moves, at) => ({ source: `source ${at}`, taken: '2026-08', moves })),
});

describe('following the moves', () => {
  const follow = (moves: Record<string, string>, address: string) => followMoves(tableOf(moves), address);

  test('returns the new address with the anchor, and undefined without a move', () => {
    const moves = { '/handbook/old/': '/handbook/new/' };
    expect(follow(moves, `${H}/old/`)).toBe(`${H}/new/`);
    expect(follow(moves, `${H}/old/#part`)).toBe(`${H}/new/#part`);
    expect(follow(moves, `${H}/older/`)).toBeUndefined();
    expect(follow(moves, `${H}/old/below/`)).toBeUndefined();
    expect(follow({ '/handbook/old/': '/handbook/new/#there' }, `${H}/old/#part`)).toBe(`${H}/new/#there`);
  });

  test('follows rules for folders, the most specific one first', () => {
    const moves = {
      '/handbook/a/*': '/handbook/b/:splat',
      '/handbook/a/x/*': '/handbook/c/:splat',
      '/handbook/a/x/one/': '/handbook/d/',
      '/handbook/dropped/*': '/handbook/all/',
    };
    expect(follow(moves, `${H}/a/y/z/#part`)).toBe(`${H}/b/y/z/#part`);
    expect(follow(moves, `${H}/a/x/two/`)).toBe(`${H}/c/two/`);
    expect(follow(moves, `${H}/a/x/one/`)).toBe(`${H}/d/`);
    expect(follow(moves, `${H}/a/x/`)).toBe(`${H}/c/`);
    expect(follow(moves, `${H}/a/`)).toBe(`${H}/b/`);
    expect(follow(moves, `${H}/dropped/any/page/`)).toBe(`${H}/all/`);
    expect(follow({ '/handbook/a/*': '/handbook/b/:splat' }, `${H}/a/$&/`)).toBe(`${H}/b/%24%26/`);
  });

  test('prefers the newest source', () => {
    const table = tableOf({ '/handbook/old/': '/handbook/newer/' }, { '/handbook/old/': '/handbook/new/' });
    expect(followMoves(table, `${H}/old/`)).toBe(`${H}/newer/`);
  });

  test('follows a chain of 50 moves', () => {
    const chain = Array.from(
      { length: 50 },
      (_, at) => [`/handbook/${at}/`, `/handbook/${at + 1}/`] as const,
    );
    expect(follow(Object.fromEntries(chain), `${H}/0/#part`)).toBe(`${H}/50/#part`);
  });

  test('returns undefined for a cycle or an endless chain', () => {
    const circle = {
      '/handbook/a/': '/handbook/b/',
      '/handbook/b/': '/handbook/c/',
      '/handbook/c/': '/handbook/a/',
    };
    expect(follow(circle, `${H}/a/`)).toBeUndefined();
    expect(follow({ ...circle, '/handbook/x/': '/handbook/a/' }, `${H}/x/`)).toBeUndefined();
    expect(follow({ '/handbook/a/*': '/handbook/a/b/:splat' }, `${H}/a/x/`)).toBeUndefined();
    expect(follow({ '/handbook/a/': '/handbook/a/' }, `${H}/a/`)).toBeUndefined();
  });

  test('stops at a folder that moved to its own front page', () => {
    expect(follow({ '/handbook/a/*': '/handbook/a/' }, `${H}/a/x/`)).toBe(`${H}/a/`);
    expect(follow({ '/handbook/a/*': '/handbook/a/' }, `${H}/a/`)).toBeUndefined();
  });

  test('leads to other sites only by https', () => {
    const to = (target: string) =>
      follow({ '/handbook/old/': target, '/handbook/at/*': target }, `${H}/old/#x`);
    expect(to('https://docs.gitlab.com/a/')).toBe('https://docs.gitlab.com/a/#x');
    expect(to('https://about.gitlab.com/handbook/Values')).toBe(`${H}/values/#x`);
    for (const bad of [
      'javascript:alert(1)',
      'data:text/html,x',
      'http://example.org/',
      'ftp://example.org/',
      '',
    ]) {
      expect(to(bad), bad).toBeUndefined();
    }
    expect(follow({ '/handbook/a/*': 'https://gitlab.com/x/:splat' }, `${H}/a/b/`)).toBe(
      'https://gitlab.com/x/b/',
    );
  });

  test('returns undefined for another host, an object’s inherited key and a very long address', () => {
    const moves = { '/handbook/old/': '/handbook/new/' };
    expect(follow(moves, 'https://internal.gitlab.com/handbook/old/')).toBeUndefined();
    expect(follow(moves, 'https://handbook.gitlab.com.evil.example/handbook/old/')).toBeUndefined();
    expect(follow(moves, `${HOST}constructor`)).toBeUndefined();
    expect(follow(moves, `${H}/${'a'.repeat(1_000_000)}/`)).toBeUndefined();
  });

  test('always ends, at a canonical address or an https: address elsewhere', () => {
    const place = fc.constantFrom(
      '/handbook/a/',
      '/handbook/b/',
      '/handbook/a/b/',
      '/handbook/',
      '/company/c',
      '/',
    );
    const target = fc.oneof(
      place,
      fc.constantFrom('/handbook/a/:splat', '/handbook/a/b/:splat', 'javascript:x', ':'),
    );
    const key = fc.tuple(place, fc.constantFrom('', '*')).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.dictionary(key, target), place, (moves, path) => {
        const end = follow(moves, HOST + path);
        if (end !== undefined) expect(addressOf(end) ?? end).toBe(end);
        if (end !== undefined) expect(end).toMatch(/^https:\/\//);
      }),
    );
  });
});

describe('the built-in table of moves', () => {
  const moves = committed.learned.flatMap((source) => Object.entries(source.moves));
  const origin = committed.origin;

  test('has canonical addresses, each move once, and no move of an existing page', () => {
    expect(moves.length).toBeGreaterThan(500);
    expect(new Set(moves.map(([path]) => path)).size).toBe(moves.length);
    const existing = new Set(known.pages);
    for (const [path, target] of moves) {
      const page = path.replace(/\*$/, '');
      expect(addressOf(origin + page), path).toBe(origin + page);
      expect(existing.has(path), path).toBe(false);
      const [to = ''] = target.split(':splat');
      expect(to.startsWith('/') ? addressOf(origin + to) : to.startsWith('https://') && to, path).toBe(
        to.startsWith('/') ? origin + to : to,
      );
    }
  });

  test('has no cycle', () => {
    for (const [path] of moves) {
      const page = `${origin}${path.replace(/\*$/, 'some-page/')}`;
      expect(followMoves(committed, page), path).toBeDefined();
    }
  });
});
