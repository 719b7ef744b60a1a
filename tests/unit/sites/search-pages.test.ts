import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import moves from '../../../assets/sites/moves.json' with { type: 'json' };
import pages from '../../../assets/sites/pages.json' with { type: 'json' };
import { addressOf } from '../../../sites/index.ts';
import { createPageSearch } from '../../../sites/search-pages.ts';
import goneAddresses from '../../fixtures/addresses/gone-by-2026-08.json' with { type: 'json' };

const HANDBOOK = 'https://handbook.gitlab.com/handbook/';
const RELATIONS = 'marketing/developer-relations/';
const pageSearch = createPageSearch(pages, moves);

const found = (query: string, most?: number) =>
  pageSearch.searchPages(query, most).map((address) => address.slice(HANDBOOK.length));
const suggested = (path: string) =>
  pageSearch
    .suggestPages(HANDBOOK + path)
    .map(({ address, reason }) => [reason, address.replace(HANDBOOK, '')]);

describe('the search for pages', () => {
  test.each([
    // A page whose last part is the query comes before those that only contain it
    ['values', 'values/'],
    ['education program', `${RELATIONS}programs/education-program/`],
    ['csm onboarding', 'customer-success/csm/csm-onboarding/'],
    // Of pages with the same name, the one in the higher folder
    ['onboarding', 'sales/onboarding/'],
    ['incident management', 'engineering/incident-management/'],
    // Beginnings of words, in any order
    ['community resp', `${RELATIONS}developer-advocacy/community-response/`],
    ['resp comm', `${RELATIONS}developer-advocacy/community-response/`],
    ['program education', `${RELATIONS}programs/education-program/`],
    ['performance indicators marketing', `${RELATIONS}performance-indicators/`],
    ['opensource program', `${RELATIONS}programs/open-source-program/`],
    // Letters in order
    ['devrel', RELATIONS],
    ['hi vel sales', 'sales/high-velocity-sales-fo-team/'],
    ['wrkflws', 'support/workflows/'],
    ['incmgmt', 'engineering/incident-management/'],
    ['edu wrkflws', `${RELATIONS}programs/education-program/edu-program-workflows/`],
    // Words that aren't all in the address
    ['community learning pathway', `${RELATIONS}community-pathway/`],
    ['expense policy', 'finance/expenses/'],
    ['how do I request time off', 'support/support-time-off/'],
    // Typos: a letter changed, missing, added, swapped
    ['velues', 'values/'],
    ['comunity response', `${RELATIONS}developer-advocacy/community-response/`],
    ['educcation program', `${RELATIONS}programs/education-program/`],
    ['valeus', 'values/'],
    ['vales', 'values/'],
    ['taem', 'company/team/'],
    // Accents, case, separators
    ['ÉDÚCATION Prógram', `${RELATIONS}programs/education-program/`],
    ['education-program', `${RELATIONS}programs/education-program/`],
    ['developer_relations/developer advocacy', `${RELATIONS}developer-advocacy/`],
    // Addresses
    ['/handbook/values/', 'values/'],
    ['https://handbook.gitlab.com/handbook/values/?x=1#transparency', 'values/'],
    ['handbook.gitlab.com/handbook/values', 'values/'],
    ['https://handbook.gitlab.com/mr123/handbook/values/index.html', 'values/'],
    [' https://gl-handbook-ja.page/handbook/values/ ', 'values/'],
    ['https://handbook.gitlab.com/handbook/', ''],
    ['https://handbook.gitlab.com/handbook/marketing/developer-rel', RELATIONS],
    // The address of a moved or removed page gives the pages that are suggested for it
    [
      `${HANDBOOK}${RELATIONS}strategy-programs/open-source-program/`,
      `${RELATIONS}programs/open-source-program/`,
    ],
    [`about.gitlab.com/handbook/${RELATIONS}evangelist-program/`, RELATIONS],
    // Symbols that no address has
    ['education & program', `${RELATIONS}programs/education-program/`],
    ['🙂 values!', 'values/'],
  ])('finds for “%s” %s first', (query, first) => {
    expect(found(query)[0]).toBe(first);
  });

  test('finds nothing for an empty query or for letters that no page has', () => {
    for (const query of ['', '   ', '///', 'https://handbook.gitlab.com/', 'xqzjkv'])
      expect(found(query)).toEqual([]);
  });

  test('finds nothing for a word that no page has, even if some path has its letters in order', () => {
    for (const query of ['giraffe', 'hello', 'dinosaur', 'foobar', 'pizza', 'unicorn', 'elephant'])
      expect(found(query)).toEqual([]);
  });

  test('finds as many pages as requested', () => {
    expect(found('engineering', 7)).toHaveLength(7);
    expect(new Set(found('engineering', 50)).size).toBe(50);
  });

  test('accepts any query and finds only known pages', () => {
    expect(found('a'.repeat(1_000_000))).toEqual([]);
    expect(found('%'.repeat(1_000_000))).toEqual([]);
    const query = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.constantFrom('val', 'edu', ' ', '/', '#')).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(query, (text) => {
        for (const address of pageSearch.searchPages(text, 5)) expect(pageSearch.knows(address)).toBe(true);
      }),
      { numRuns: 50 },
    );
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
