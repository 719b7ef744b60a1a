import { describe, expect, test } from 'vitest';
import moves from '../../../assets/sites/moves.json' with { type: 'json' };
import pages from '../../../assets/sites/pages.json' with { type: 'json' };
import { addressOf } from '../../../sites/index.ts';
import { createPageSearch } from '../../../sites/search-pages.ts';
import goneAddresses from '../../fixtures/addresses/gone-by-2026-08.json' with { type: 'json' };

const HANDBOOK = 'https://handbook.gitlab.com/handbook/';
const RELATIONS = 'marketing/developer-relations/';
const pageSearch = createPageSearch(pages, moves);

const suggested = (path: string) =>
  pageSearch
    .suggestPages(HANDBOOK + path)
    .map(({ address, reason }) => [reason, address.replace(HANDBOOK, '')]);

describe('a query that is an address', () => {
  test.each([
    ['https://handbook.gitlab.com/handbook/values/?x=1#transparency', 'values/'],
    ['handbook.gitlab.com/handbook/values', 'values/'],
    ['https://handbook.gitlab.com/mr123/handbook/values/index.html', 'values/'],
    [' https://gl-handbook-ja.page/handbook/values/ ', 'values/'],
    ['https://handbook.gitlab.com/handbook/', ''],
    // The address of a moved or removed page gives the pages that are suggested for it
    [
      `${HANDBOOK}${RELATIONS}strategy-programs/open-source-program/`,
      `${RELATIONS}programs/open-source-program/`,
    ],
    [`about.gitlab.com/handbook/${RELATIONS}evangelist-program/`, RELATIONS],
  ])('leads for “%s” to %s first', (query, first) => {
    expect(pageSearch.pagesAt(query, 5)?.[0]).toBe(HANDBOOK + first);
  });

  test('is none without a host and a path, or while it is typed', () => {
    for (const query of [
      'values',
      '/handbook/values/',
      'node.js',
      `${HANDBOOK}marketing/developer-rel`,
      'a'.repeat(1_000_000),
    ])
      expect(pageSearch.pagesAt(query, 5)).toBe(undefined);
  });
});

describe('the pages suggested for a missing one', () => {
  test('begin with the target of its move', () => {
    expect(suggested(`${RELATIONS}strategy-programs/education-program/#team`)[0]).toEqual([
      'moved',
      `${RELATIONS}programs/education-program/`,
    ]);
    expect(suggested('engineering/infrastructure/library/x/')[0]).toEqual([
      'moved',
      'https://gitlab.com/gitlab-com/gl-infra/readiness/-/tree/master/library/x/',
    ]);
  });

  test('are similar to the target of its move if that is missing as well', () => {
    expect(suggested(`${RELATIONS}strategy-programs/startups-program/`)[0]).toEqual([
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

  test('end with the front page and never include the missing page', () => {
    expect(suggested('xqzjkv/')).toEqual([['above', '']]);
    expect(suggested('values/').map(([, path]) => path)).not.toContain('values/');
    expect(pageSearch.suggestPages('https://internal.gitlab.com/handbook/values/').length).toBeGreaterThan(0);
  });

  test('exist for all pages removed by August 2026, and at least 357 begin with the target of the move', () => {
    let moved = 0;
    for (const path of goneAddresses) {
      const [first, ...more] = pageSearch.suggestPages(`https://handbook.gitlab.com${path}`);
      if (first?.reason === 'moved' && pageSearch.knows(first.address)) moved += 1;
      expect(first, path).toBeDefined();
      for (const { address, reason } of more)
        expect(reason === 'moved' || pageSearch.knows(address), path).toBe(true);
    }
    expect(goneAddresses).toHaveLength(607);
    expect(moved).toBeGreaterThanOrEqual(357);
  });
});

test('the built-in list has canonical paths, each once and sorted', () => {
  expect(pages.pages.length).toBeGreaterThan(4000);
  expect(pages.pages).toEqual([...new Set(pages.pages)].sort());
  for (const path of pages.pages) expect(addressOf(pages.origin + path)).toBe(pages.origin + path);
});
