import { describe, expect, test } from 'vitest';
import moves from '../../../assets/sites/moves.json' with { type: 'json' };
import pages from '../../../assets/sites/pages.json' with { type: 'json' };
import titles from '../../../assets/sites/titles.json' with { type: 'json' };
import { createPageSearch } from '../../../sites/search-pages.ts';
import { createSuccessorSearch } from '../../../sites/successors.ts';
import goneAddresses from '../../fixtures/addresses/gone-by-2026-08.json' with { type: 'json' };
// 60 of the pages of December 2025 that had ended without a redirect to an existing page in August 2026, drawn at random, and where a
// person would look for each, judged by hand; nowhere but at its parent page if the list is empty. The suggestions were made with the
// larger part at hand; the other was kept back.
import replacements from '../../fixtures/addresses/replaced-by-2026-08.json' with { type: 'json' };

const ORIGIN = 'https://handbook.gitlab.com';
const HANDBOOK = `${ORIGIN}/handbook/`;
const RELATIONS = 'marketing/developer-relations/';
const pageSearch = createPageSearch(pages, titles, moves);
const suggest = pageSearch.suggestPages;

const suggested = (path: string, most?: number) =>
  suggest(HANDBOOK + path, most).map(({ address, reason }) => [reason, address.replace(HANDBOOK, '')]);

describe('a removed page without a redirect', () => {
  const about = { origin: ORIGIN, source: '', taken: '' };
  const at = (path: string) => `/handbook/${path}/`;
  /** Where `path` most likely is, by the pages that exist, those that existed (with their titles) and the moves. */
  function successorOf(
    path: string,
    {
      living,
      existed,
      redirects = {},
    }: { living: string[]; existed: Record<string, string>; redirects?: Record<string, string> },
  ) {
    const toPaths = (record: Record<string, string>, toValue: (value: string) => string) =>
      Object.fromEntries(Object.entries(record).map(([key, value]) => [at(key), toValue(value)]));
    const search = createSuccessorSearch(
      { ...about, pages: living.map(at) },
      { ...about, titles: toPaths(existed, (title) => title) },
      { origin: ORIGIN, learned: [{ source: '', taken: '', moves: toPaths(redirects, at) }] },
    );
    return search(at(path));
  }

  test('is where the other pages of its folder are, by their redirects or by new pages with their names', () => {
    const existed = { 'd/old/a': 'A', 'd/old/b': 'B', 'd/old/metrics': 'Metrics' };
    const living = ['d/new/a', 'd/new/b', 'd/new/metrics', 'd/x/metrics', 'e/metrics'];
    expect(successorOf('d/old/metrics', { living, existed })).toBe(at('d/new/metrics'));
    const redirects = { 'd/old/a': 'd/new/a', 'd/old/b': 'd/new/b' };
    expect(successorOf('d/old/metrics', { living, existed, redirects })).toBe(at('d/new/metrics'));
  });

  test('is where its subpages are', () => {
    const existed = { 'd/old': 'Old', 'd/old/a': 'A', 'd/old/b': 'B' };
    const living = ['e/other', 'e/other/a', 'e/other/b'];
    expect(successorOf('d/old', { living, existed })).toBe(at('e/other'));
  });

  test('is where the page of its folder was redirected to', () => {
    const existed = { 'd/old': 'Old', 'd/old/manager': 'Manager' };
    const living = ['e/new', 'e/new/manager', 'f/manager'];
    expect(successorOf('d/old/manager', { living, existed, redirects: { 'd/old': 'e/new' } })).toBe(
      at('e/new/manager'),
    );
  });

  test('is the new page of its name in the department, if that name tells enough', () => {
    const existed = { 'd/a/root-causes': 'Root causes', 'd/a/metrics': 'Metrics' };
    const living = ['d/b/root-causes', 'e/c/root-causes', 'd/b/metrics', 'd/c/metrics'];
    expect(successorOf('d/a/root-causes', { living, existed })).toBe(at('d/b/root-causes'));
    expect(successorOf('d/a/metrics', { living, existed })).toBeUndefined();
  });

  test('is the page of the same title, but not one that shares only its name and existed before', () => {
    const existed = { 'd/a/one': 'How we work', 'd/b/two': 'How we work', 'd/b/one': 'Another' };
    expect(successorOf('d/a/one', { living: ['d/b/two', 'd/b/one'], existed })).toBe(at('d/b/two'));
    expect(successorOf('d/a/one', { living: ['d/b/one'], existed })).toBeUndefined();
  });

  test('is nowhere if nothing tells', () => {
    expect(
      successorOf('d/a/one', { living: ['d/b/two', 'e/f/three'], existed: { 'd/a/one': 'One' } }),
    ).toBeUndefined();
  });
});

describe('the pages suggested for a missing one', () => {
  test('are only the target of its move if that exists', () => {
    expect(suggested(`${RELATIONS}strategy-programs/education-program/#team`)).toEqual([
      ['moved', `${RELATIONS}programs/education-program/`],
    ]);
    expect(suggested('engineering/infrastructure/library/x/')).toEqual([
      ['moved', 'https://gitlab.com/gitlab-com/gl-infra/readiness/-/tree/master/library/x/'],
    ]);
  });

  test('are found from its address and from the target of its move if that is missing as well', () => {
    for (const folder of ['strategy-programs', 'programs'])
      expect(suggested(`${RELATIONS}${folder}/startups-program/`)[0]).toEqual([
        'similar',
        'sales/high-velocity-sales-fo-team/startups-program/',
      ]);
  });

  test('begin with the page of the same name, then the parent page', () => {
    expect(suggested('engineering/root-cause-analysis/').slice(0, 2)).toEqual([
      ['similar', 'engineering/workflow/root-cause-analysis/'],
      ['above', 'engineering/'],
    ]);
  });

  test('begin with the parent page if nothing is similar enough or if the site redirects there', () => {
    expect(suggested('sales/readmes/francis-potter/')[0]).toEqual(['above', 'sales/readmes/']);
    expect(suggested('security/corporate/systems/okta/user/linux/')[0]).toEqual([
      'above',
      'security/corporate/systems/okta/user/',
    ]);
    expect(suggested('company/inspired-by-gitlab/')[0]).toEqual(['above', 'company/']);
  });

  test('are none that share only the folders of the missing page', () => {
    const paths = suggested(`${RELATIONS}evangelist-program/`).map(([, path]) => path);
    expect(paths).toContain(`${RELATIONS}programs/`);
    expect(paths).not.toContain(`${RELATIONS}engineering/`);
  });

  test('are none of another department that shares only a common word of the name', () => {
    const paths = suggested(`${RELATIONS}evangelist-program/`, 10).map(([, path]) => path);
    expect(paths.filter((path) => !path?.startsWith(RELATIONS))).toEqual([]);
  });

  test.each(Object.entries<Record<string, string[]>>(replacements))(
    'begin as a person would in 18 of 20 cases (%s)',
    (_, pages) => {
      const wrong = Object.entries(pages).filter(([path, wanted]) => {
        const [first] = suggest(`https://handbook.gitlab.com${path}`);
        const found = first?.address.replace('https://handbook.gitlab.com', '') ?? '';
        return wanted.length > 0 ? !wanted.includes(found) : first?.reason !== 'above';
      });
      expect(wrong.length, JSON.stringify(wrong)).toBeLessThanOrEqual(Object.keys(pages).length / 10);
    },
  );

  test('end with the front page and never include the missing page', () => {
    expect(suggested('xqzjkv/')).toEqual([['above', '']]);
    expect(suggested('values/').map(([, path]) => path)).not.toContain('values/');
    expect(suggest('https://internal.gitlab.com/handbook/values/').length).toBeGreaterThan(0);
  });

  test('exist for all pages removed by August 2026, and at least 357 begin with the target of the move', () => {
    let moved = 0;
    for (const path of goneAddresses) {
      const [first, ...more] = suggest(`https://handbook.gitlab.com${path}`);
      if (first?.reason === 'moved' && pageSearch.knows(first.address)) moved += 1;
      expect(first, path).toBeDefined();
      for (const { address, reason } of more)
        expect(reason === 'moved' || pageSearch.knows(address), path).toBe(true);
    }
    expect(goneAddresses).toHaveLength(607);
    expect(moved).toBeGreaterThanOrEqual(357);
  });
});
