import { describe, expect, test } from 'vitest';
import { mergeMoves, movesFrom, readRedirects } from '../../../scripts/redirects.ts';
import type { LearnedMoves, MovesTable } from '../../../sites/moves.ts';

const ORIGIN = 'https://handbook.gitlab.com';
const movesOf = (text: string) => movesFrom(readRedirects(text), ORIGIN);

describe('reading redirects', () => {
  test('from the lines of a _redirects file', () => {
    const text = [
      '# A comment of /handbook/a/ /handbook/b/',
      '/handbook/old /handbook/new/',
      '/handbook/tabs/\t/handbook/new/\t301!',
      'handbook/no-slash/ /handbook/new/ 302',
      '/handbook/rewritten/ /handbook/new/ 200',
      '/handbook/dropped/ /404.html 404',
      '/handbook/alone/',
      '',
    ].join('\r\n');
    expect(readRedirects(text).redirects.map(([from]) => from)).toEqual([
      '/handbook/old',
      '/handbook/tabs/',
      'handbook/no-slash/',
    ]);
    expect(movesOf(text)).toEqual({
      '/handbook/old/': '/handbook/new/',
      '/handbook/tabs/': '/handbook/new/',
      '/handbook/no-slash/': '/handbook/new/',
    });
  });

  test('from JSON: an object, a list of pairs, either as the value of redirects with a month', () => {
    const moves = { '/handbook/old/': '/handbook/new/' };
    const forms = [
      moves,
      Object.entries(moves),
      { taken: '2026-08', redirects: moves },
      { redirects: Object.entries(moves) },
    ];
    for (const form of forms) expect(movesOf(JSON.stringify(form))).toEqual(moves);
    expect(readRedirects(JSON.stringify(forms[2])).taken).toBe('2026-08');
    for (const wrong of ['{"a":1}', '[["a"]]', '["a"]', '{'])
      expect(() => readRedirects(wrong)).toThrow(SyntaxError);
  });

  test('as canonical moves, whole folders too', () => {
    expect(
      movesFrom(
        {
          taken: undefined,
          redirects: [
            ['/Handbook/Old.html', 'https://about.gitlab.com/handbook/new'],
            ['/handbook/a/*', '/handbook/b/:splat'],
            ['/handbook/dropped/*', '/handbook/dropped/'],
            ['/handbook/dropped/*', '/handbook/'],
            ['/handbook/it/faq/', '/security/faq/#top'],
            ['/handbook/team/', 'https://internal.gitlab.com/handbook/team'],
            ['/handbook/docs/*', 'https://docs.gitlab.com/x/:splat'],
          ],
        },
        ORIGIN,
      ),
    ).toEqual({
      '/handbook/old/': '/handbook/new/',
      '/handbook/a/*': '/handbook/b/:splat',
      '/handbook/dropped/*': '/handbook/dropped/',
      '/handbook/it/faq/': '/handbook/security/faq/#top',
      '/handbook/team/': 'https://internal.gitlab.com/handbook/team/',
      '/handbook/docs/*': 'https://docs.gitlab.com/x/:splat',
    });
  });

  test('without those that canonicalisation does, pages outside the handbook, and targets without https', () => {
    const none: [string, string][] = [
      ['/company/*', '/handbook/company/:splat'],
      ['/handbook/*.html', '/handbook/:splat/'],
      ['/handbook/values.html', '/handbook/values/'],
      ['/job-families/old/', '/job-families/new/'],
      ['https://example.org/handbook/old/', '/handbook/new/'],
      ['/handbook/a/*/b/', '/handbook/c/'],
      ['/handbook/a/#part', '/handbook/c/'],
      ['/handbook/old/', 'javascript:alert(1)'],
      ['/handbook/old/', 'http://example.org/'],
      ['/handbook/old/', 'https://gitlab.com/users/sign_in?to=x'],
      ['/handbook/old/', 'data:text/html,x'],
      ['/handbook/old/*', '/handbook/:splat/new/'],
    ];
    expect(movesFrom({ taken: undefined, redirects: none }, ORIGIN)).toEqual({});
  });
});

describe('merging', () => {
  const source = (taken: string, moves: Record<string, string>, name = taken): LearnedMoves => ({
    source: name,
    taken,
    moves,
  });
  const table = (...learned: LearnedMoves[]): MovesTable => ({ origin: ORIGIN, learned });
  const nothing = { taken: '', pages: [] };

  test('keeps a move that its site has removed', () => {
    const old = source('2025-12', { '/a/': '/b/', '/c/': '/d/' });
    const merged = mergeMoves(table(old), [source('2026-08', { '/c/': '/e/' })], nothing);
    expect(merged).toEqual(table(source('2026-08', { '/c/': '/e/' }), source('2025-12', { '/a/': '/b/' })));
  });

  test('prefers the newer source, in either order', () => {
    const older = source('2025-12', { '/a/': '/old/' });
    const newer = source('2026-08', { '/a/': '/new/' });
    expect(mergeMoves(table(newer), [older], nothing)).toEqual(table(newer));
    expect(mergeMoves(table(older), [newer], nothing)).toEqual(table(newer));
    expect(mergeMoves(table(), [older, newer], nothing)).toEqual(table(newer));
  });

  test('again changes nothing', () => {
    const sources = [source('2026-08', { '/b/': '/c/', '/a/': '/c/' }), source('2025-12', { '/x/': '/a/' })];
    const once = mergeMoves(table(), sources, nothing);
    expect(Object.keys(once.learned[0]?.moves ?? {})).toEqual(['/a/', '/b/']);
    expect(mergeMoves(once, sources, nothing)).toEqual(once);
  });

  test('drops the move of a page that exists again', () => {
    const living = { taken: '2026-08', pages: ['/a/'] };
    expect(mergeMoves(table(source('2025-12', { '/a/': '/b/' })), [], living)).toEqual(table());
    const newer = table(source('2026-09', { '/a/': '/b/' }));
    expect(mergeMoves(newer, [], living)).toEqual(newer);
  });
});
