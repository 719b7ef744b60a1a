import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressOf, setAddedSites } from '../../../sites/index.ts';
import { originOf, otherHandbooks, rootOf } from '../../../sites/other-handbooks.ts';
import { effortOf } from '../../effort.ts';
import { t } from '../../texts.ts';

describe('the root of a handbook', () => {
  test.each([
    ['docs.example.com', 'https://docs.example.com/'],
    ['https://docs.example.com', 'https://docs.example.com/'],
    [` ${t('handbooks.example')} `, `https://${t('handbooks.example')}/`],
    ['https://docs.example.com/handbook/index.html', 'https://docs.example.com/handbook/'],
    ['https://docs.example.com/handbook/intro.html?x=1#top', 'https://docs.example.com/handbook/'],
    ['DOCS.Example.com/Handbook//A%20b/', 'https://docs.example.com/Handbook/A%20b/'],
    ['docs.example.com:8443/x/', 'https://docs.example.com:8443/x/'],
    ['localhost:3000', 'https://localhost:3000/'],
    ['“docs.example.com/@team”', 'https://docs.example.com/@team/'],
    ['gl-handbook-ja.page', 'https://gl-handbook-ja.page/'],
  ])('for %s is %s', (text, root) => {
    expect(rootOf(text)).toBe(root);
    expect(rootOf(root)).toBe(root);
  });

  test.each([
    '',
    'bread',
    'https://docs.example.com/*',
    '*.example.com',
    'http://docs.example.com',
    'javascript:alert(1)',
    'file:///etc/',
    'https://a:b@docs.example.com',
    `x.example/${'y'.repeat(3000)}`,
  ])('is undefined for %s', (text) => expect(rootOf(text)).toBeUndefined());

  test('is undefined or its own root, for any text', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.webUrl(), fc.webUrl({ withFragments: true, withQueryParameters: true })),
        (text) => {
          const root = rootOf(text);
          if (root === undefined) return;
          expect(rootOf(root)).toBe(root);
          expect(root).toMatch(/^https:\/\/.*\/$/);
          expect(otherHandbooks([root]).addressOf(root)).toBe(root);
        },
      ),
    );
  });
});

describe('a page of another handbook', () => {
  const handbooks = otherHandbooks(['https://docs.example.com/handbook/', 'https://wiki.example:8443/']);
  setAddedSites(handbooks);

  test.each([
    ['https://docs.example.com/handbook/', 'https://docs.example.com/handbook/'],
    ['https://docs.example.com/handbook', 'https://docs.example.com/handbook/'],
    ['https://docs.example.com/handbook/a/index.html?utm_source=x', 'https://docs.example.com/handbook/a/'],
    ['https://docs.example.com/handbook/?id=2&utm_source=x#b', 'https://docs.example.com/handbook/?id=2#b'],
    ['https://docs.example.com/handbook/@team/a+b', 'https://docs.example.com/handbook/@team/a+b/'],
    ['https://docs.example.com/handbook/a#b%20c', 'https://docs.example.com/handbook/a/#b%20c'],
    ['https://docs.example.com/handbook/a.html#b:~:text=c', 'https://docs.example.com/handbook/a.html#b'],
    ['https://docs.example.com/handbook/Ünder', 'https://docs.example.com/handbook/%C3%9Cnder/'],
    ['https://wiki.example:8443/x', 'https://wiki.example:8443/x/'],
  ])('%s has the address %s', (url, address) => {
    expect(addressOf(url)).toBe(address);
    expect(addressOf(address)).toBe(address);
  });

  test.each([
    'https://docs.example.com/',
    'https://docs.example.com/handbooks/',
    'http://docs.example.com/handbook/',
    'https://docs.example.com.evil.example/handbook/',
    'https://wiki.example/x',
    `https://docs.example.com/handbook/${'x'.repeat(3000)}`,
    `https://docs.example.com/handbook/${'%'.repeat(1900)}`,
    'https://docs.example.com/handbook/../secret/',
    'not an address',
  ])('isn’t %s', (url) => expect(addressOf(url)).toBeUndefined());

  test('a text that is far too long for an address is rejected quickly', async () => {
    const effort = await effortOf(() =>
      expect(rootOf(`docs.example.com/${'x'.repeat(40_000)}/`)).toBeUndefined(),
    );
    expect(effort).toBeLessThan(500);
  });

  test('the browser is asked for no more than its site, and the script only runs below its root', () => {
    expect(handbooks.patterns).toEqual([
      'https://docs.example.com/handbook/*',
      'https://docs.example.com/handbook',
      'https://wiki.example/*',
    ]);
    expect(originOf('https://wiki.example:8443/')).toBe('https://wiki.example/*');
  });
});
