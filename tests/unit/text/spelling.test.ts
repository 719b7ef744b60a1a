import { expect, test } from 'vitest';
import { correctSpelling } from '../../../text/spelling.ts';

const KNOWN = [
  ...['sales', 'values', 'valued', 'education', 'community', 'onboarding', 'sale', 'team'],
  ...['ガイド', 'コミュニティ', 'はじめに'],
];

test.each([
  ['valeus', 'values'],
  ['vlues', 'values'],
  ['valuess', 'values'],
  ['velues', 'values'],
  ['comunnity', 'community'],
  ['onbaordng', 'onboarding'],
  // Short words: one typo
  ['taem', 'team'],
  ['slae', 'sale'],
  // Of two equally close words, the one with the same first letter
  ['vales', 'values'],
  ['xales', 'sales'],
  // Kana: three characters or more
  ['ガイト', 'ガイド'],
  ['コミュニチィ', 'コミュニティ'],
  ['コミニュティ', 'コミュニティ'],
  ['はじまに', 'はじめに'],
])('%s is a misspelling of %s', (word, known) => {
  expect(correctSpelling(word, KNOWN)).toBe(known);
});

test.each([
  'values',
  'educ',
  'sal',
  'slea',
  'tem',
  'vlaeus',
  'kubernetes',
  'カト',
  'カイト',
  '',
  'x'.repeat(1_000_000),
])(
  'a word that is known, begins a known word, is short or isn’t close to any is not corrected: %s',
  (word) => {
    expect(correctSpelling(word, KNOWN)).toBe(word);
  },
);
