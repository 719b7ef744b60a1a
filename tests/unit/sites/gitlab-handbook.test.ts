import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressOf } from '../../../sites/index.ts';

const PAGES: Record<string, string[]> = {
  'https://handbook.gitlab.com/handbook/values/': [
    'https://handbook.gitlab.com/handbook/values/',
    'https://handbook.gitlab.com/handbook/values',
    'http://handbook.gitlab.com/handbook/values/',
    'https://handbook.gitlab.com/handbook/values/index.html',
    'https://handbook.gitlab.com/handbook/values.html',
    'https://handbook.gitlab.com/handbook//values//',
    'https://handbook.gitlab.com/Handbook/Values/',
    'https://handbook.gitlab.com/handbook/v%61lues/',
    'https://handbook.gitlab.com/handbook/values/?utm_source=mail&tree=large',
    'https://handbook.gitlab.com/handbook/values/#',
    'https://handbook.gitlab.com/handbook/values/#:~:text=a%20sentence',
    'https://handbook.gitlab.com/mr123/handbook/values/',
    'https://about.gitlab.com/handbook/values/',
    'https://gl-handbook-ja.page/handbook/values/',
  ],
  'https://handbook.gitlab.com/handbook/values/#transparency': [
    'https://handbook.gitlab.com/handbook/values/#transparency',
    'https://about.gitlab.com/handbook/values#transparency',
    'https://handbook.gitlab.com/handbook/values/?x=1#transparency:~:text=a',
  ],
  'https://handbook.gitlab.com/handbook/': [
    'https://handbook.gitlab.com/handbook',
    'https://handbook.gitlab.com/handbook/index.html',
  ],
  'https://handbook.gitlab.com/tags/community/': ['https://handbook.gitlab.com/tags/community'],
  'https://internal.gitlab.com/handbook/values/': ['https://internal.gitlab.com/handbook/values'],
  'https://handbook.gitlab.com/handbook/values/more/': ['https://handbook.gitlab.com/handbook/values/more'],
  'https://handbook.gitlab.com/handbook/valuesmore/': ['https://handbook.gitlab.com/handbook/valuesmore'],
};

const NO_PAGES = [
  'https://handbook.gitlab.com/',
  'https://handbook.gitlab.com/job-families/',
  'https://handbook.gitlab.com/handbooks/values/',
  'https://handbook.gitlab.com/docs/handbook/values/',
  'https://about.gitlab.com/community/sponsorship/',
  'https://handbook.gitlab.com.example.org/handbook/values/',
  'https://example.org/handbook.gitlab.com/handbook/values/',
  'ftp://handbook.gitlab.com/handbook/values/',
  'javascript:location="https://handbook.gitlab.com/handbook/values/"',
  'handbook.gitlab.com/handbook/values/',
  `https://handbook.gitlab.com/handbook/${'a'.repeat(1_000_000)}`,
  'about:blank',
  '',
];

describe('the address of a handbook page', () => {
  const all = Object.entries(PAGES).flatMap(([address, urls]) => urls.map((url) => [url, address] as const));

  test.each(all)('%s is %s', (url, address) => {
    expect(addressOf(url)).toBe(address);
  });

  test('two pages never share one', () => {
    for (const [url, address] of all) {
      for (const [other, otherAddress] of all) {
        expect(addressOf(url) === addressOf(other)).toBe(address === otherAddress);
      }
    }
  });

  test('there is none for what is no page of the handbook', () => {
    for (const url of NO_PAGES) expect(addressOf(url), url.slice(0, 100)).toBeUndefined();
  });

  test('a malformed escape stands for itself', () => {
    expect(addressOf('https://handbook.gitlab.com/handbook/%zz/')).toBe(
      'https://handbook.gitlab.com/handbook/%25zz/',
    );
  });

  test('it is its own address, on a known host, whatever the URL', () => {
    const part = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('index.html', '..', '%2f', '%2e%2e', '.html', '#', '?'),
    );
    const handbookUrl = fc
      .tuple(
        fc.constantFrom('handbook.gitlab.com', 'about.gitlab.com', 'internal.gitlab.com'),
        fc.array(part),
        part,
      )
      .map(([host, path, anchor]) => `https://${host}/handbook/${path.join('/')}#${anchor}`);
    fc.assert(
      fc.property(fc.oneof(handbookUrl, fc.webUrl(), fc.string({ unit: 'binary' })), (url) => {
        const address = addressOf(url);
        if (address === undefined) return;
        expect(addressOf(address)).toBe(address);
        expect(address).toMatch(/^https:\/\/(handbook|internal)\.gitlab\.com\/handbook\//);
      }),
      { numRuns: 2000 },
    );
  });
});
