import { expect, test } from 'vitest';
import { spelled } from '../../../sites/spelling.ts';

const KNOWN = ['values', 'valued', 'education', 'community', 'onboarding', 'sale'];

test.each([
  ['valeus', 'values'],
  ['vlues', 'values'],
  ['valuess', 'values'],
  ['velues', 'values'],
  ['comunnity', 'community'],
  ['onbaordng', 'onboarding'],
])('%s is a misspelling of %s', (word, known) => {
  expect(spelled(word, KNOWN)).toBe(known);
});

test.each(['values', 'educ', 'sal', 'slea', 'vlaeus', 'kubernetes', '', 'x'.repeat(1_000_000)])(
  'a word that is known, begins one, is short or too far from all stays: %s',
  (word) => {
    expect(spelled(word, KNOWN)).toBe(word);
  },
);
