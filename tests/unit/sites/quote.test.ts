import { describe, expect, test } from 'vitest';
import { quotedAddress } from '../../../sites/quote.ts';

const PAGE = 'https://handbook.gitlab.com/handbook/values/';

test.each([
  [PAGE, 'We share, open-source by default', `${PAGE}#:~:text=We%20share%2C%20open%2Dsource%20by%20default`],
  [`${PAGE}#transparency`, 'a & b', `${PAGE}#transparency:~:text=a%20%26%20b`],
  [PAGE, '', PAGE],
  [PAGE, ' \n ', PAGE],
])('a quote gives a text fragment: %s, %s', (address, words, expected) => {
  expect(quotedAddress(address, words)).toBe(expected);
});

describe('a long quote, or one of several blocks, is given by its beginning and end', () => {
  test.each([
    ['one two three four five six seven eight nine', 'one two three four', 'six seven eight nine'],
    ['1 2 3 4 5 6 7 8 9 10 11.', '1 2 3 4 5', '7 8 9 10 11.'],
    ['Transparency\n\nBe open by default, all of us.', 'Transparency', 'by default, all of us.'],
    ['A heading of more than five words\nEnd', 'A heading of more than', 'End'],
    // A language without spaces between words
    [
      '私たちはすべてを共有し、公開することを基本にしています。',
      expect.stringMatching(/^私たちは/),
      expect.stringMatching(/います。$/),
    ],
  ])('%s', (quote, start, end) => {
    const [address, text = ''] = quotedAddress(PAGE, quote).split('#:~:text=');
    expect(address).toBe(PAGE);
    expect(text.split(',').map(decodeURIComponent)).toEqual([start, end]);
  });

  test('beginning and end never overlap', () => {
    for (let count = 9; count < 30; count++) {
      const all = Array.from({ length: count }, (_, at) => `w${at}`);
      const [start = '', end = ''] = quotedAddress(PAGE, all.join(' ')).split('text=')[1]?.split(',') ?? [];
      const words = `${start} ${end}`.split(/%20| /);
      expect(new Set(words).size).toBe(words.length);
    }
  });
});

test('half a surrogate pair doesn’t throw', () => {
  expect(() => quotedAddress(PAGE, 'a\ud800')).not.toThrow();
});
