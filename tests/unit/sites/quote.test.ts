import { expect, test } from 'vitest';
import { quotedAddress } from '../../../sites/quote.ts';

const PAGE = 'https://handbook.gitlab.com/handbook/values/';

test.each([
  [PAGE, 'We share, open-source by default', `${PAGE}#:~:text=We%20share%2C%20open%2Dsource%20by%20default`],
  [`${PAGE}#transparency`, 'a & b', `${PAGE}#transparency:~:text=a%20%26%20b`],
  [PAGE, '', PAGE],
])('a quote leads to its words: %s, %s', (address, words, expected) => {
  expect(quotedAddress(address, words)).toBe(expected);
});

test('half a surrogate pair makes no broken address', () => {
  expect(() => quotedAddress(PAGE, 'a\ud800')).not.toThrow();
});
