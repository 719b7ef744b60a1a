import { expect, test } from 'vitest';
import { knownPages, readPageList } from '../../../scripts/known-pages.ts';

const ORIGIN = 'https://handbook.gitlab.com';
const pagesOf = (text: string) => knownPages(readPageList(text).paths, ORIGIN);
const TWO = ['/handbook/', '/handbook/values/'];

test('pages are read from a sitemap', () => {
  const sitemap = `<?xml version="1.0" encoding="utf-8"?><urlset>
    <url><loc>https://handbook.gitlab.com/handbook/values/</loc><lastmod>2026-08-01</lastmod></url>
    <url><loc> https://handbook.gitlab.com/handbook/ </loc></url>
    <url><loc>https://handbook.gitlab.com/job-families/a/</loc></url>
    <url><loc>https://handbook.gitlab.com/handbook/values/?a=1&amp;b=2</loc></url></urlset>`;
  expect(pagesOf(sitemap)).toEqual(TWO);
});

test('pages are read from lines', () => {
  expect(pagesOf('/handbook/values\r\nhttps://handbook.gitlab.com/handbook/#top\n\n# no page\n')).toEqual(
    TWO,
  );
});

test('pages are read from JSON: a list, or a list or an object as the value of pages, with a month', () => {
  for (const form of [
    TWO,
    { pages: TWO },
    { taken: '2026-08', pages: { '/handbook/values/': [], '/handbook/': [] } },
  ]) {
    expect(pagesOf(JSON.stringify(form))).toEqual(TWO);
  }
  expect(readPageList('{"taken":"2026-08","pages":[]}').taken).toBe('2026-08');
  for (const wrong of ['[1]', '{"pages":[{}]}', '{']) expect(() => readPageList(wrong)).toThrow(SyntaxError);
});

test('each page is listed once, by its canonical path, and none of another host', () => {
  const paths = [
    '/handbook/values.html',
    '/values/',
    '/Handbook/Values',
    'https://internal.gitlab.com/handbook/x/',
    ':',
  ];
  expect(knownPages([...paths, 'https://evil.example/handbook/', '/tags/a/'], ORIGIN)).toEqual([
    '/handbook/values/',
  ]);
});
