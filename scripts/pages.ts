import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { PagesList } from '../sites/page-facts.ts';
import { pageFacts, readPageSource, readRenderedSite } from './known-pages.ts';

/**
 * Replaces what is known about the handbook's pages in `assets/sites/`: `npm run pages -- [titles|headings] [--taken YYYY-MM] [--language xx]
 * SOURCE`.
 * Without `titles` or `headings` it replaces the list of pages, which comes first: only headings of listed pages are stored. SOURCE is
 * the folder of a rendered handbook (a web root), JSON with pages or titles, or for the list a `sitemap.xml` or lines of paths or
 * addresses. Its month is `taken` in JSON, otherwise `--taken`, otherwise this month. With `--language` the
 * titles are those of a translation, and replace the titles in that language, `titles-xx.json`.
 */
const USAGE = 'Usage: npm run pages -- [titles|headings] [--taken YYYY-MM] [--language xx] SOURCE';
const assets = fileURLToPath(new URL('../assets/sites/', import.meta.url));

try {
  const { values, positionals } = parseArgs({
    options: {
      taken: { type: 'string', default: new Date().toISOString().slice(0, 7) },
      language: { type: 'string', default: '' },
    },
    allowPositionals: true,
  });
  const [first = '', ...rest] = positionals;
  const what = first === 'titles' || first === 'headings' ? first : 'pages';
  const [place, ...more] = what === 'pages' ? positionals : rest;
  if (place === undefined || more.length > 0) throw new Error(USAGE);
  const list = JSON.parse(readFileSync(`${assets}pages.json`, 'utf8')) as PagesList;
  const source = statSync(place).isDirectory()
    ? readRenderedSite(place, list.origin)
    : readPageSource(readFileSync(place, 'utf8'));
  const taken = source.taken ?? values.taken;
  if (!/^\d{4}-\d{2}$/.test(taken)) throw new Error(`${place}: ${taken} isn’t a month such as 2026-08`);
  const facts = pageFacts(place, taken, source, list);
  const { [what]: made } = facts;
  const { pages, titles, headings } = { ...facts.pages, ...facts.titles, ...facts.headings };
  const count = Object.keys({ pages, titles, headings }[what]).length;
  if (count === 0) throw new Error(`${place} has no ${what} of ${list.origin}`);
  if (!/^[a-z]*$/.test(values.language) || (values.language && what !== 'titles')) throw new Error(USAGE);
  const name = [what, values.language].filter(Boolean).join('-');
  writeFileSync(`${assets}${name}.json`, `${JSON.stringify(made, null, 2)}\n`);
  console.log(`${name}.json: ${count} pages from ${made.source} of ${taken}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
