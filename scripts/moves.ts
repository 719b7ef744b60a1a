import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { MovesTable } from '../sites/moves.ts';
import type { PagesList } from '../sites/page-facts.ts';
import { mergeMoves, movesFrom, readRedirects } from './redirects.ts';

/**
 * Adds redirects to the table of moved addresses, `assets/sites/moves.json`: `npm run moves -- [--taken YYYY-MM] FILE...`. Each file is a
 * `_redirects` file or JSON with redirects. Its month is `taken` in JSON, otherwise `--taken`, otherwise this month. Existing moves
 * stay. Run `npm run pages` with the newest list before.
 */
const assets = fileURLToPath(new URL('../assets/sites/', import.meta.url));
const read = <T>(name: string) => JSON.parse(readFileSync(assets + name, 'utf8')) as T;

try {
  const { values, positionals: files } = parseArgs({
    options: { taken: { type: 'string', default: new Date().toISOString().slice(0, 7) } },
    allowPositionals: true,
  });
  if (files.length === 0) throw new Error('Usage: npm run moves -- [--taken YYYY-MM] FILE...');
  const table = read<MovesTable>('moves.json');
  const sources = files.map((file) => {
    const redirects = readRedirects(readFileSync(file, 'utf8'));
    const taken = redirects.taken ?? values.taken;
    if (!/^\d{4}-\d{2}$/.test(taken)) throw new Error(`${file}: ${taken} isn’t a month such as 2026-08`);
    const moves = movesFrom(redirects, table.origin);
    console.log(
      `${file} (${taken}): ${redirects.redirects.length} redirects, ${Object.keys(moves).length} moves`,
    );
    return { source: basename(file), taken, moves };
  });
  const merged = mergeMoves(table, sources, read<PagesList>('pages.json'));
  writeFileSync(`${assets}moves.json`, `${JSON.stringify(merged, null, 2)}\n`);
  for (const { source, taken, moves } of merged.learned) {
    console.log(`moves.json: ${Object.keys(moves).length} from ${source} of ${taken}`);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
