import { expect, test } from 'vitest';
import { spelled } from '../../../sites/spelling.ts';

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
  // Short words, a slip each
  ['taem', 'team'],
  ['slae', 'sale'],
  // Of two as near the one that begins as it does
  ['vales', 'values'],
  ['xales', 'sales'],
  // Kana: of three on
  ['ガイト', 'ガイド'],
  ['コミュニチィ', 'コミュニティ'],
  ['コミニュティ', 'コミュニティ'],
  ['はじまに', 'はじめに'],
])('%s is a misspelling of %s', (word, known) => {
  expect(spelled(word, KNOWN)).toBe(known);
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
])('a word that is known, begins one, is short or too far from all stays: %s', (word) => {
  expect(spelled(word, KNOWN)).toBe(word);
});
