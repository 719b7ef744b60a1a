import { expect, test } from 'vitest';
import { bareLetters, fold, searchWordsOf, withoutSpaces, wordsOf } from '../../../text/fold.ts';

test('folding drops accents of Latin letters but keeps the marks of kana', () => {
  expect(fold('Crème BRÛLÉE')).toBe('creme brulee');
  expect(fold('Straße')).toBe('strasse');
  expect(fold('STRAẞE')).toBe('strasse');
  expect(fold('ガイド')).toBe('ガイド');
  expect(fold('ｶﾞｲﾄﾞ')).toBe('ガイド');
});

test('the words of a search are folded and have no symbols', () => {
  expect(searchWordsOf('“Crème”, brûlée & ガイド!')).toEqual(['creme', 'brulee', 'ガイド']);
  expect(searchWordsOf(' … ')).toEqual([]);
});

test('bare letters have no marks, quotes or apostrophes', () => {
  expect(bareLetters('GitLab’s “Café” Ｎｏ. `1`')).toBe('gitlabs cafe no. 1');
});

test('in the words of a title, singular and plural are the same', () => {
  expect(wordsOf('Values & the team’s Process')).toEqual(['value', 'the', 'team', 'process']);
  expect(wordsOf('')).toEqual([]);
});

test('a text without spaces is the same whatever its line breaks are', () => {
  expect(withoutSpaces('One\n\u200btwo\u00adthree ')).toBe(withoutSpaces('one two THREE'));
});
