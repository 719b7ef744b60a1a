import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import moves from '../../../assets/sites/moves.json' with { type: 'json' };
import otherWords from '../../../assets/sites/other-words.json' with { type: 'json' };
import pages from '../../../assets/sites/pages.json' with { type: 'json' };
import titles from '../../../assets/sites/titles.json' with { type: 'json' };
import { createPageFinder } from '../../../sites/find-pages.ts';
import { otherWordsFrom } from '../../../text/word-search.ts';

const HANDBOOK = 'https://handbook.gitlab.com/handbook/';
const RELATIONS = 'marketing/developer-relations/';
const finder = createPageFinder({ pages, titles, moves, others: otherWordsFrom(otherWords) });
const found = (query: string) =>
  finder
    .findPages(query)
    .toSorted((a, b) => b.score - a.score)
    .map(({ address }) => address.slice(HANDBOOK.length));

describe('the search for pages', () => {
  test.each([
    // A page of that name comes before those that only contain it
    ['values', 'values/'],
    ['education program', `${RELATIONS}programs/education-program/`],
    ['csm onboarding', 'customer-success/csm/csm-onboarding/'],
    // Of pages with the same name, the one that is for everybody
    ['onboarding', 'people-group/general-onboarding/'],
    ['incident management', 'engineering/incident-management/'],
    // A page comes before the pages below it
    ['laptop', 'eta/corporate-it/end-user-services/laptop-management/'],
    ['hiring', 'hiring/'],
    // Beginnings of words, in any order
    ['community resp', `${RELATIONS}developer-advocacy/community-response/`],
    ['resp comm', `${RELATIONS}developer-advocacy/community-response/`],
    ['program education', `${RELATIONS}programs/education-program/`],
    ['performance indicators marketing', `${RELATIONS}performance-indicators/`],
    ['hi vel sales', 'sales/high-velocity-sales-fo-team/'],
    // Words written as one, and one as two
    ['opensource program', `${RELATIONS}programs/open-source-program/`],
    ['off boarding', 'people-group/offboarding/'],
    // Titles, acronyms and initials
    [
      'gitlab education services support',
      'customer-success/education-services/gitlab-education-services-support/',
    ],
    ['AMA', 'company/amas/'],
    ['DIB', 'company/culture/inclusion/'],
    ['FP&A', 'finance/financial-planning-and-analysis/'],
    // Words that no title has
    ['salary', 'total-rewards/compensation/'],
    ['async work', 'company/culture/all-remote/asynchronous/'],
    // Words that aren't all in the title
    ['community learning pathway', `${RELATIONS}community-pathway/`],
    ['expense policy', 'finance/expenses/'],
    ['how do I request time off', 'support/support-time-off/'],
    // Typos: a letter changed, missing, added, swapped; also if it is a word of one odd address
    ['velues', 'values/'],
    ['comunity response', `${RELATIONS}developer-advocacy/community-response/`],
    ['educcation program', `${RELATIONS}programs/education-program/`],
    ['valeus', 'values/'],
    ['vales', 'values/'],
    ['incident managment', 'engineering/incident-management/'],
    // Accents, case, separators
    ['ÉDÚCATION Prógram', `${RELATIONS}programs/education-program/`],
    ['education-program', `${RELATIONS}programs/education-program/`],
    ['ｖａｌｕｅｓ', 'values/'],
    // Symbols that no address has
    ['education & program', `${RELATIONS}programs/education-program/`],
    ['🙂 values!', 'values/'],
  ])('finds for “%s” %s first', (query, first) => {
    expect(found(query)[0]).toBe(first);
  });

  test('finds a page by what it was called at a former address', () => {
    const former = {
      ...moves,
      learned: [
        { source: 'x', taken: '2026-08', moves: { '/handbook/zebra-crossing/': '/handbook/values/' } },
      ],
    };
    const others = new Map();
    const find = createPageFinder({ pages, titles, moves: former, others }).findPages;
    expect(find('zebra crossing').map(({ address }) => address)).toEqual([`${HANDBOOK}values/`]);
  });

  test('finds nothing for an empty query or for a word that no page has, even if some have its letters in order', () => {
    for (const query of ['', '   ', '///', 'xqzjkv', 'giraffe', 'dinosaur', 'foobar', 'unicorn', 'elephant'])
      expect(found(query)).toEqual([]);
  });

  test('accepts any query and finds only known pages', () => {
    expect(found('a'.repeat(1_000_000))).toEqual([]);
    expect(found('%'.repeat(1_000_000))).toEqual([]);
    const known = new Set(pages.pages.map((path) => pages.origin + path));
    const query = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.constantFrom('val', 'edu', ' ', '/', '#')).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(query, (text) => {
        for (const { address } of finder.findPages(text)) expect(known.has(address)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});
