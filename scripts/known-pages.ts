import { addressOf } from '../sites/index.ts';

/** Paths of a site's pages as a source lists them. */
export interface PageList {
  /** Month of the source where it says so. */
  taken: string | undefined;
  paths: string[];
}

/**
 * Reads a list of pages: a `sitemap.xml`, lines of paths or addresses, or JSON (a list, or a list or an object
 * with the paths as keys as the value of `pages`). Throws a SyntaxError where JSON is none of them.
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
  if (!paths.every(isPath)) throw new SyntaxError('the JSON holds no list of pages');
  return { taken: typeof taken === 'string' ? taken : undefined, paths };
}

/** The handbook pages of `origin` among `paths`: canonical paths, each once, in order. */
export function knownPages(paths: readonly string[], origin: string): string[] {
  const addresses = paths
    .filter(Boolean)
    .map((path) => addressOf(URL.parse(path, origin)?.href ?? '')?.replace(/#.*/, ''));
  const known = addresses.filter((address) => address?.startsWith(`${origin}/handbook/`));
  return [...new Set(known)].map((address = '') => address.slice(origin.length)).sort();
}
