import { expect, test } from 'vitest';
import { bareLetters, fold, searchWordsOf, withoutSpaces, wordsOf } from '../../../text/fold.ts';
import { indexWordsOf } from '../../../text/index-words.ts';

test('folding drops accents of Latin letters but keeps the marks of kana', () => {
  expect(fold('Crème BRÛLÉE')).toBe('creme brulee');
  expect(fold('Straße')).toBe('strasse');
  expect(fold('STRAẞE')).toBe('strasse');
  expect(fold('ガイド')).toBe('ガイド');
  expect(fold('ｶﾞｲﾄﾞ')).toBe('ガイド');
});

test.each([
  ['oeuvre', 'Œuvre'],
  ['aero', 'Ærø'],
  ['strasse', 'Straße'],
  ['thor dadi', 'Þór Daði'],
  ['lodz', 'Łódź'],
  ['djoko', 'Đjoko'],
  ['istanbul', 'İstanbul'],
  ['office', 'oﬃce'],
  ['おんぼーでぃんぐ', 'オンボーディング'],
  ['ガイド', 'がいど'],
  ['ｾｷｭﾘﾃｨ', 'セキュリティ'],
  ['ＯＫＲ', 'okr'],
  ['ヴァイオリン', 'ゔぁいおりん'],
])('folding makes no difference between %s and %s', (typed, written) => {
  expect(fold(typed)).toBe(fold(written));
});

test('the words of an index have no plurals, and Japanese ones are runs of one script', () => {
  expect(indexWordsOf('GitLab’s OKRs & Policies: the Process status')).toEqual([
    'gitlab',
    'okr',
    'policy',
    'the',
    'process',
    'status',
  ]);
  expect(indexWordsOf('FP&A, R&D & Q&A')).toEqual(['fpa', 'rd', 'qa']);
  expect(indexWordsOf('GitLabにおける経費管理ポリシー')).toEqual([
    'gitlab',
    'ニオケル',
    '経費管理',
    'ポリシー',
  ]);
});

test('the words of a search are folded and have no symbols', () => {
  expect(searchWordsOf('“Crème”, brûlée & がいど!')).toEqual(['creme', 'brulee', 'ガイド']);
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
