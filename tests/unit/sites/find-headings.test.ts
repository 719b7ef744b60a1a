import { expect, test } from 'vitest';
import known from '../../../assets/sites/headings.json' with { type: 'json' };
import pages from '../../../assets/sites/pages.json' with { type: 'json' };
import { createHeadingFinder } from '../../../sites/find-headings.ts';

const origin = 'https://handbook.gitlab.com';
const about = { origin, source: 'x.json', taken: '2026-08' };
const finder = createHeadingFinder(
  {
    ...about,
    headings: {
      '/handbook/bread/': 'resting-the-dough our-œuvre overview',
      '/handbook/cake/': 'overview the-dough-for-cakes',
      '/handbook/cake/tins/': 'overview',
    },
  },
  { ...about, titles: { '/handbook/bread/': 'Baking Bread' } },
);
const found = (...words: string[]) =>
  finder
    .findHeadings([{ words, factor: 1 }])
    .toSorted((a, b) => b.score - a.score)
    .map(({ address }) => address.slice(`${origin}/handbook/`.length));

test('a heading is found by the beginnings of all its words, that with less else first', () => {
  expect(found('dough')).toEqual(['bread/#resting-the-dough', 'cake/#the-dough-for-cakes']);
  expect(found('rest', 'dou')).toEqual(['bread/#resting-the-dough']);
  expect(found('oeuvre')).toEqual([`bread/#${encodeURIComponent('our-œuvre')}`]);
  expect(found('ough')).toEqual([]);
});

test('a word may be of the page instead, by its title or address', () => {
  expect(found('baking', 'dough')).toEqual(['bread/#resting-the-dough']);
  expect(found('cake', 'overview')[0]).toBe('cake/#overview');
  expect(found('pasta', 'dough')).toEqual([]);
});

test('a heading that many pages have scores less than one that is rare, and less than a page', () => {
  const scoreOf = (word: string) => finder.findHeadings([{ words: [word], factor: 1 }])[0]?.score ?? 0;
  expect(scoreOf('overview')).toBeLessThan(0.76);
  expect(found('overview')).toHaveLength(3);
});

test('a word counts as known if several headings have it', () => {
  expect(finder.hasWord('over')).toBe(true);
  expect(finder.hasWord('resting')).toBe(false);
});

test('the bundled headings are of known pages, and their ids can be told apart', () => {
  const paths = Object.keys(known.headings);
  expect(paths.length).toBeGreaterThan(3000);
  const there = new Set(pages.pages);
  for (const path of paths) expect(there.has(path), path).toBe(true);
  for (const ids of Object.values(known.headings)) expect(ids).toMatch(/^\S+(?: \S+)*$/);
});
