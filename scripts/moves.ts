import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { LearnedMoves, MovesTable } from '../sites/moves.ts';
import type { PagesList } from '../sites/page-facts.ts';
import { missingByLists, missingByPage } from './former-addresses-in.ts';
import { mergeMoves, movesFrom, readRedirects } from './redirects.ts';

/**
 * Adds redirects to the table of moved addresses, `assets/sites/moves.json`: `npm run moves -- [--taken YYYY-MM] FILE...`. Each file is a
 * `_redirects` file or JSON with redirects. Its month is `taken` in JSON, otherwise `--taken`, otherwise this month. Existing moves
 * stay. Run `npm run pages` with the newest list before.
 *
 * With `--check` it changes nothing. It reports addresses that a resource of a built-in course had by these files and that don't lead to
 * it. Besides redirects, a file may be JSON with the pages of an older edition, or an older edition of a course page (`.md` or `.html`,
 * named as in its address). Exit status 1 if it reports any.
 */
const USAGE = 'Usage: npm run moves -- [--check] [--taken YYYY-MM] FILE...';
const assets = fileURLToPath(new URL('../assets/sites/', import.meta.url));
const read = <T>(name: string) => JSON.parse(readFileSync(assets + name, 'utf8')) as T;

function sourceOf(file: string, { origin }: MovesTable, month: string): LearnedMoves {
  const redirects = readRedirects(readFileSync(file, 'utf8'));
  const taken = redirects.taken ?? month;
  if (!/^\d{4}-\d{2}$/.test(taken)) throw new Error(`${file}: ${taken} isn’t a month such as 2026-08`);
  const moves = movesFrom(redirects, origin);
  console.log(
    `${file} (${taken}): ${redirects.redirects.length} redirects, ${Object.keys(moves).length} moves`,
  );
  return { source: basename(file), taken, moves };
}

function addMoves(table: MovesTable, sources: readonly LearnedMoves[], pages: PagesList): void {
  const merged = mergeMoves(table, sources, pages);
  writeFileSync(`${assets}moves.json`, `${JSON.stringify(merged, null, 2)}\n`);
  for (const { source, taken, moves } of merged.learned) {
    console.log(`moves.json: ${Object.keys(moves).length} from ${source} of ${taken}`);
  }
}

try {
  const { values, positionals: files } = parseArgs({
    options: {
      taken: { type: 'string', default: new Date().toISOString().slice(0, 7) },
      check: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  });
  if (files.length === 0) throw new Error(USAGE);
  const table = read<MovesTable>('moves.json');
  const pages = read<PagesList>('pages.json');
  const isPage = (file: string) => values.check && /\.(?:md|html?)$/.test(file);
  const lists = files.filter((file) => !isPage(file));
  const sources = lists.map((file) => sourceOf(file, table, values.taken));
  if (values.check) {
    const missing = [
      ...missingByLists(lists, { table, sources, pages }),
      ...files.filter(isPage).flatMap((file) => missingByPage(file, table)),
    ];
    for (const { course, resource = '?', address, reason } of missing)
      console.log(`${course}  ${resource}  ${address}  (${reason})`);
    console.log(`${missing.length} former addresses are missing`);
    process.exitCode = Math.min(1, missing.length);
  } else addMoves(table, sources, pages);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
