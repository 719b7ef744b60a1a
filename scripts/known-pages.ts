import { addressOf } from '../sites/index.ts';

/** The pages of a site as listed in a source. */
export interface PageList {
  /** The month of the source (`2026-08`), if it says one. */
  taken: string | undefined;
  paths: string[];
}

/**
 * Reads a list of pages: a `sitemap.xml`, lines of paths or addresses, or JSON. JSON is a list of paths, or an object whose member
 * `pages` is a list of paths or an object with paths as names.
 * @throws SyntaxError if JSON has another form
 */
export function readPageList(text: string): PageList {
  if (/^\s*</.test(text)) {
    const places = [...text.matchAll(/<loc>\s*([^<]*?)\s*<\/loc>/g)];
    return { taken: undefined, paths: places.map(([, place = '']) => place.replaceAll('&amp;', '&')) };
  }
  if (!/^\s*[[{]/.test(text)) return { taken: undefined, paths: text.split('\n').map((line) => line.trim()) };
  const json = JSON.parse(text) as { taken?: unknown; pages?: unknown };
  const { taken, pages = json } = json;
  const paths: unknown[] = Array.isArray(pages) ? pages : Object.keys(pages ?? {});
  const isPath = (path: unknown): path is string => typeof path === 'string';
  if (!paths.every(isPath)) throw new SyntaxError('the JSON contains no list of pages');
  return { taken: typeof taken === 'string' ? taken : undefined, paths };
}

/** The handbook pages of `origin` in `paths`, as canonical paths, sorted, each once. */
export function knownPages(paths: readonly string[], origin: string): string[] {
  const addresses = paths
    .filter(Boolean)
    .map((path) => addressOf(URL.parse(path, origin)?.href ?? '')?.replace(/#.*/, ''));
  const known = addresses.filter((address) => address?.startsWith(`${origin}/handbook/`));
  return [...new Set(known)].map((address = '') => address.slice(origin.length)).sort();
}
