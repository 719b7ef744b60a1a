import { expect, test } from 'vitest';
import { createWordIndex } from '../../../text/word-index.ts';
import { createWordSearch, otherWordsFrom } from '../../../text/word-search.ts';

const TITLES = [
  'Baking Bread',
  'Bread',
  'Kneading, Resting & Proofing',
  'Flour management',
  'Oven managment notes',
  'The Œuvre of Ærø',
  'オーブンの手入れ',
  'Probation',
  'Dough in Large Tins (DLT)',
  'DLT of the bakers',
  'Name the programs and know where to go',
  ...Array.from({ length: 40 }, (_, at) => `Dough management ${at}`),
];
const others = otherWordsFrom({
  acronyms: { sd: { for: ['sour dough'], source: '/starter/' } },
  words: { loaf: ['bread'], 'hand mixing': ['kneading'] },
} as Parameters<typeof otherWordsFrom>[0]);
const index = createWordIndex(
  TITLES.map((text, item) => ({ text, item, initials: true })),
  [],
);
const isWord = (word: string) => word === 'yeast';
const search = createWordSearch(index, others, isWord);
const first = (query: string) => {
  const [best] = search.find(query).sort((a, b) => b.score - a.score);
  return best && TITLES[best.item];
};

test.each([
  ['a text that has little else comes first', 'bread', 'Bread'],
  ['words in any order, by their beginnings', 'brea bak', 'Baking Bread'],
  ['initials stand for all words', 'KRP', 'Kneading, Resting & Proofing'],
  ['a text that spells out an acronym', 'dlt', 'Dough in Large Tins (DLT)'],
  ['another word for it', 'loaf', 'Bread'],
  ['another phrase for it', 'hand mixing', 'Kneading, Resting & Proofing'],
  ['a typo', 'proofign', 'Kneading, Resting & Proofing'],
  ['a typo that is a word of one odd text', 'flour managment', 'Flour management'],
  ['a rare word isn’t taken for a typo of another', 'probation', 'Probation'],
  ['one word written as two', 'pro bation', 'Probation'],
  ['ligatures', 'oeuvre aero', 'The Œuvre of Ærø'],
  ['hiragana for katakana, in a word without spaces', 'おーぶん', 'オーブンの手入れ'],
  ['kanji inside a word', '手入れ', 'オーブンの手入れ'],
])('%s: “%s”', (_, query, title) => {
  expect(first(query)).toBe(title);
});

test('a word without its first letter isn’t what was meant', () => {
  expect(search.find('aflour')).toEqual([]);
});

test('letters that are scattered over words are no word', () => {
  for (const query of ['pto', 'bkb', 'ntp']) expect(search.find(query)).toEqual([]);
});

test('a word that is known to be right isn’t corrected', () => {
  expect(search.variantsOf('breed').map(({ words }) => words)).toContainEqual(['bread']);
  expect(search.variantsOf('yeast')).toEqual([{ words: ['yeast'], factor: 1 }]);
});
