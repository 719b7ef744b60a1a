import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { knownPages, pageFacts, readPageSource, readRenderedSite } from '../../../scripts/known-pages.ts';

const ORIGIN = 'https://handbook.gitlab.com';
const pagesOf = (text: string) => knownPages(readPageSource(text).paths, ORIGIN);
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
    { taken: '2026-08', pages: { '/handbook/values/': ['a'], '/handbook/': [] } },
  ]) {
    expect(pagesOf(JSON.stringify(form))).toEqual(TWO);
  }
  expect(readPageSource('{"taken":"2026-08","pages":[]}').taken).toBe('2026-08');
  for (const wrong of ['[1]', '{"pages":[{}]}', '{"pages":{"/":"a"}}', '{"titles":{"/":1}}', '{'])
    expect(() => readPageSource(wrong)).toThrow(SyntaxError);
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

const factsOf = (source: ReturnType<typeof readPageSource>) =>
  pageFacts('folder/list.json', '2026-08', source, { origin: ORIGIN, pages: TWO });

test('titles are read from JSON as their authors wrote them, each on one line and by its canonical path', () => {
  const json = {
    titles: {
      '/handbook/values.html': ' GitLab\n “Values” & more ',
      '/handbook/old/': 'A Page That Is Gone',
      '/handbook/': '',
      '/job-families/a/': 'A Job',
    },
  };
  expect(factsOf(readPageSource(JSON.stringify(json))).titles).toEqual({
    origin: ORIGIN,
    source: 'list.json',
    taken: '2026-08',
    titles: { '/handbook/old/': 'A Page That Is Gone', '/handbook/values/': 'GitLab “Values” & more' },
  });
});

test('headings are read from JSON, of known pages only, and without ids that HTML doesn’t allow', () => {
  const pages = { '/values/': ['b', 'a', 'no id', '', '\ud800'], '/handbook/': [], '/handbook/old/': ['c'] };
  expect(factsOf(readPageSource(JSON.stringify({ pages }))).headings.headings).toEqual({
    '/handbook/values/': 'b a',
  });
});

test('pages, titles and headings are read from a rendered site', () => {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-site-'));
  const write = (path: string, html: string) => {
    mkdirSync(join(folder, path), { recursive: true });
    writeFileSync(join(folder, path, 'index.html'), html);
  };
  try {
    const content = '<h1>Our Values <a href="#">¶</a></h1><h2 id="one">One</h2><h3 id="two">Two</h3>';
    write('handbook/values', `<body class="td-page"><div class="td-content">${content}</div>`);
    write('handbook/moved', '<meta http-equiv="refresh" content="0; url=/handbook/values/">');
    write('handbook/gone', '<body class="td-404"><div class="td-content"><h1>Not found</h1></div>');
    const { pages, titles, headings } = factsOf(readRenderedSite(folder, ORIGIN));
    expect(pages.pages).toEqual(['/handbook/values/']);
    expect(titles.titles).toEqual({ '/handbook/values/': 'Our Values' });
    expect(headings.headings).toEqual({ '/handbook/values/': 'one two' });
  } finally {
    rmSync(folder, { recursive: true });
  }
});
