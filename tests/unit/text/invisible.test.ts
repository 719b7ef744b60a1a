import { expect, test } from 'vitest';
import { excerptToShow, hasInvisible, markInvisible, withoutInvisible } from '../../../text/invisible.ts';

const TURNED = '\u202eabc\u202c';

test('control and direction characters are found, and nothing else', () => {
  for (const text of [TURNED, 'a\u0000b', 'a\u0085b', 'a\nb', 'a\tb', '\u2066a\u2069'])
    expect(hasInvisible(text)).toBe(true);
  for (const text of ['', 'a b', 'Ärzte', 'ガイド', '👩‍💻', 'a\u200bb'])
    expect(hasInvisible(text)).toBe(false);
  // A global regular expression must not keep its position between calls.
  expect(hasInvisible(TURNED)).toBe(true);
});

test('they can be removed, except white space', () => {
  expect(withoutInvisible(`a\u0000b ${TURNED}\n\tc`)).toBe('ab abc\n\tc');
});

test('they can be marked, except line breaks', () => {
  expect(markInvisible(`${TURNED}\n\tc`)).toBe('\ufffdabc\ufffd\n\ufffdc');
});

test('an excerpt is shortened to one well-formed line', () => {
  expect(excerptToShow(`a\n${TURNED}`, 100)).toBe('a\ufffd\ufffdabc\ufffd');
  expect(excerptToShow('abc😀', 4)).toBe('abc\ufffd');
});
