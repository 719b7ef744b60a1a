import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Sizes in bytes, gzipped. */
export interface Bytes {
  content: number;
  /** The panel's first script with the built-in courses, and everything that it imports statically. */
  panel: number;
  panelStyle: number;
}

const STATIC_IMPORT = /\b(?:import|export)\s*(?:[\w*{}\s,$]+?\s*from\s*)?["']([^"']+\.js)["']/g;

async function zipped(file: string): Promise<number> {
  return gzipSync(await readFile(file), { level: 9 }).length;
}

async function total(files: Iterable<string>): Promise<number> {
  let sum = 0;
  for (const file of files) sum += await zipped(file);
  return sum;
}

/** Returns `entry` and the files that it imports statically. Dynamic imports (`import()`) are not part of the first load. */
async function reachable(root: string, entry: string, seen = new Set<string>()): Promise<Set<string>> {
  const file = join(root, entry);
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, path = ''] of (await readFile(file, 'utf8')).matchAll(STATIC_IMPORT)) {
    const { pathname } = new URL(path, new URL(entry, 'https://extension.example/'));
    await reachable(root, pathname, seen);
  }
  return seen;
}

/** Measures the size of the first load of an unpacked Waymark. Rejects if the build doesn't have the expected form. */
export async function weigh(root: string): Promise<Bytes> {
  const html = await readFile(join(root, 'sidepanel.html'), 'utf8');
  const sources = [...html.matchAll(/<script[^>]* src="([^"]+)"/g)].map(([, path = '']) => path);
  const styles = [...html.matchAll(/<link[^>]* href="([^"]+\.css)"/g)].map(([, path = '']) => path);
  const scripts = new Set<string>();
  for (const source of sources) await reachable(root, source, scripts);
  if (scripts.size === 0) throw new Error(`${root} has no panel`);
  return {
    content: await zipped(join(root, 'content-scripts/content.js')),
    panel: await total(scripts),
    panelStyle: await total(styles.map((path) => join(root, path))),
  };
}
