import { describe, expect, test } from 'vitest';
import moves from '../../../assets/sites/moves.json' with { type: 'json' };
import pages from '../../../assets/sites/pages.json' with { type: 'json' };
import titles from '../../../assets/sites/titles.json' with { type: 'json' };
import { addressOf } from '../../../sites/index.ts';
import { createPageSearch } from '../../../sites/search-pages.ts';

const HANDBOOK = 'https://handbook.gitlab.com/handbook/';
const RELATIONS = 'marketing/developer-relations/';
const pageSearch = createPageSearch(pages, titles, moves);

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

test('the built-in list has canonical paths, each once and sorted', () => {
  expect(pages.pages.length).toBeGreaterThan(4000);
  expect(pages.pages).toEqual([...new Set(pages.pages)].sort());
  for (const path of pages.pages) expect(addressOf(pages.origin + path)).toBe(pages.origin + path);
});
