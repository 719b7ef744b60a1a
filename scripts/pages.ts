import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { PagesList } from '../sites/search-pages.ts';
import { knownPages, readPageList } from './known-pages.ts';

/**
 * Replaces the list of known pages, `assets/sites/pages.json`: `npm run pages -- [--taken YYYY-MM] FILE`. The file is a `sitemap.xml`, a
 * list of paths or addresses, or JSON with pages. Its month is `taken` in JSON, otherwise `--taken`, otherwise this month.
 */
const target = fileURLToPath(new URL('../assets/sites/pages.json', import.meta.url));

try {
  const { values, positionals } = parseArgs({
    options: { taken: { type: 'string', default: new Date().toISOString().slice(0, 7) } },
    allowPositionals: true,
  });
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) {
    throw new Error('Usage: npm run pages -- [--taken YYYY-MM] FILE');
  }
  const { origin } = JSON.parse(readFileSync(target, 'utf8')) as PagesList;
  const list = readPageList(readFileSync(file, 'utf8'));
  const taken = list.taken ?? values.taken;
  if (!/^\d{4}-\d{2}$/.test(taken)) throw new Error(`${file}: ${taken} isn’t a month such as 2026-08`);
  const pages = knownPages(list.paths, origin);
  if (pages.length === 0) throw new Error(`${file} names no page of ${origin}`);
  const known: PagesList = { origin, source: basename(file), taken, pages };
  writeFileSync(target, `${JSON.stringify(known, null, 2)}\n`);
  console.log(`pages.json: ${pages.length} pages from ${known.source} of ${taken}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
