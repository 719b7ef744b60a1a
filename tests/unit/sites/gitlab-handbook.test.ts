import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressOf } from '../../../sites/index.ts';
import { NO_PAGES, PAGES } from '../../fixtures/addresses/ways-to-pages.ts';

const HOST = 'https://handbook.gitlab.com';

describe('the address of a handbook page', () => {
  const all = Object.entries(PAGES).flatMap(([address, urls]) => urls.map((url) => [url, address] as const));

  test.each(all)('of %s is %s', (url, address) => {
    expect(addressOf(url)).toBe(address);
  });

  test.each(
    [
      'about acquisitions alliances board-meetings business-technology ceo communication company',
      'customer-experience customer-success eba engineering enterprise-data entity eta finance hiring it',
      'labor-and-employment-notices leadership legal marketing people-group people-policies product',
      'product-development resellers sales security solutions-architects support tools-and-tips total-rewards',
      'upstream-studios values',
    ].flatMap((names) => names.split(' ')),
  )('of the short form of the section %s has the full path', (name) => {
    expect(addressOf(`${HOST}/${name}/page/#x`)).toBe(`${HOST}/handbook/${name}/page/#x`);
    expect(addressOf(`${HOST}/not-${name}/page/`)).toBeUndefined();
  });

  test('is different for different pages', () => {
    for (const [url, address] of all) {
      for (const [other, otherAddress] of all) {
        expect(addressOf(url) === addressOf(other)).toBe(address === otherAddress);
      }
    }
  });

  test.each(NO_PAGES.map((url) => [url.slice(0, 100), url]))('is undefined for “%s”', (_, url) => {
    expect(addressOf(url)).toBeUndefined();
  });

  test.each([`%`.repeat(1900), `#${';'.repeat(1900)}`, 'は'.repeat(300)])(
    'is undefined if it would be too long to store: %s',
    (rest) => {
      expect(addressOf(`${HOST}/handbook/${rest}`)).toBeUndefined();
    },
  );

  test('keeps a malformed escape as text', () => {
    expect(addressOf(`${HOST}/handbook/%zz/#%E0%A4%A`)).toBe(`${HOST}/handbook/%25zz/#%25E0%25A4%25A`);
    expect(addressOf(`${HOST}/handbook/%`)).toBe(`${HOST}/handbook/%25/`);
  });

  test('is canonical and on a known host, for any URL', () => {
    const part = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        'index.html',
        'index',
        '..',
        '%2f',
        '%2e%2e',
        '.html',
        '#',
        '?',
        'mr1',
        'handbook',
        'tags',
      ),
      fc.constantFrom('company', 'values', 'ΑΣ', 'İ', '\\', '@', ':8443', '%ff'),
    );
    const handbookUrl = fc
      .tuple(
        fc.constantFrom(
          'handbook.gitlab.com',
          'about.gitlab.com',
          'internal.gitlab.com',
          'gl-handbook-ja.page',
        ),
        fc.constantFrom('/handbook/', '/', '/mr1/'),
        fc.array(part),
        part,
      )
      .map(([host, start, path, anchor]) => `https://${host}${start}${path.join('/')}#${anchor}`);
    fc.assert(
      fc.property(fc.oneof(handbookUrl, fc.webUrl(), fc.string({ unit: 'binary' })), (url) => {
        const address = addressOf(url);
        if (address === undefined) return;
        expect(addressOf(address)).toBe(address);
        expect(address).toMatch(
          /^https:\/\/(?:(?:handbook|internal)\.gitlab\.com\/handbook|handbook\.gitlab\.com\/tags)\/(?:[^?#]*\/)?(?:#[^#]+)?$/,
        );
      }),
      { numRuns: 3000 },
    );
  });
});
