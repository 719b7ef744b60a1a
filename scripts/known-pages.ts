import { basename } from 'node:path';
import { addressOf } from '../sites/index.ts';
import type { PageHeadings, PagesList, PageTitles } from '../sites/page-facts.ts';
import { readPage } from '../sites/read-page.ts';
import { withoutInvisible } from '../text/invisible.ts';
import { pagesIn, renderedPage } from './rendered-page.ts';

/** What a source says about pages. */
export interface PageSource {
  /** The month of the source (`2026-08`), if it says one. */
  taken: string | undefined;
  paths: string[];
  /** By path. */
  titles: Record<string, string>;
  /** The headings' ids, by path. */
  headings: Record<string, readonly string[]>;
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isTexts = (value: unknown): value is string[] => Array.isArray(value) && value.every(isText);

/** The members of `value` that have the right form. @throws SyntaxError if one has another */
function membersOf<T>(value: unknown, what: string, isRight: (member: unknown) => member is T) {
  const members: [string, unknown][] = Object.entries(value ?? {});
  const right = members.filter((member): member is [string, T] => isRight(member[1]));
  if (right.length < members.length) throw new SyntaxError(`the JSON contains no list of ${what}`);
  return Object.fromEntries(right);
}

/**
 * Reads facts about pages from JSON: a list of paths, or an object. Its member `pages` is a list of paths, or an object that has by its
 * path the ids of each page's headings. Its member `titles` has by its path the title of each page.
 */
function fromJson(text: string): PageSource {
  const json = JSON.parse(text) as { taken?: unknown; pages?: unknown; titles?: unknown };
  const { taken, titles, pages = Array.isArray(json) ? json : [] } = json;
  const headings = Array.isArray(pages) ? {} : membersOf(pages, 'pages', isTexts);
  const paths = Array.isArray(pages) ? pages : Object.keys(headings);
  if (!isTexts(paths)) throw new SyntaxError('the JSON contains no list of pages');
  return {
    taken: isText(taken) ? taken : undefined,
    paths,
    titles: membersOf(titles, 'titles', isText),
    headings,
  };
}

/**
 * Reads facts about pages from the text of a `sitemap.xml`, from lines of paths or addresses, or from JSON.
 * @throws SyntaxError if JSON has another form
 */
export function readPageSource(text: string): PageSource {
  if (/^\s*[[{]/.test(text)) return fromJson(text);
  const lines = text.split('\n').map((line) => line.trim());
  const places = [...text.matchAll(/<loc>\s*([^<]*?)\s*<\/loc>/g)];
  const paths = places.map(([, place = '']) => place.replaceAll('&amp;', '&'));
  return { taken: undefined, paths: /^\s*</.test(text) ? paths : lines, titles: {}, headings: {} };
}

/** Reads facts about the pages with content in `folder`, the web root of a rendered site. @throws if it can't be read */
export function readRenderedSite(folder: string, origin: string): PageSource {
  const source: PageSource = { taken: undefined, paths: [], titles: {}, headings: {} };
  for (const file of pagesIn(folder)) {
    const { kind, url, title, headings } = readPage(renderedPage(folder, file, origin));
    if (kind !== 'content') continue;
    const { pathname } = new URL(url);
    source.paths.push(pathname);
    source.titles[pathname] = title;
    source.headings[pathname] = headings.map(({ id }) => id);
  }
  return source;
}

/** `path`, or the path of an address, as a canonical path of a handbook page of `origin`; undefined if it is none. */
function canonicalPath(path: string, origin: string): string | undefined {
  const address = path && addressOf(URL.parse(path, origin)?.href ?? '')?.replace(/#.*/, '');
  return address?.startsWith(`${origin}/handbook/`) ? address.slice(origin.length) : undefined;
}

/** The handbook pages of `origin` in `paths`, as canonical paths, sorted, each once. */
export function knownPages(paths: readonly string[], origin: string): string[] {
  const known = paths.map((path) => canonicalPath(path, origin)).filter((path) => path !== undefined);
  return [...new Set(known)].sort();
}

/** `values` by canonical path, sorted, without those of other pages and without empty ones. */
function byPath<T>(values: Record<string, T>, origin: string, textOf: (value: T) => string) {
  const entries = Object.entries(values)
    .map(([path, value]) => [canonicalPath(path, origin) ?? '', textOf(value)] as const)
    .filter(([path, text]) => path && text);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** A title as one line. */
const lineOf = (title: string) => withoutInvisible(title).replace(/\s+/g, ' ').trim();

/** The ids that HTML allows and a link can name. */
const idsOf = (ids: readonly string[]) => ids.filter((id) => /^\S+$/.test(id) && id.isWellFormed()).join(' ');

/** The contents of the files in `assets/sites/` that a source makes. */
export function pageFacts(
  file: string,
  taken: string,
  source: PageSource,
  { origin, pages }: Pick<PagesList, 'origin' | 'pages'>,
): { pages: PagesList; titles: PageTitles; headings: PageHeadings } {
  const known = new Set(pages);
  const about = { origin, source: basename(file), taken };
  const headings = byPath(source.headings, origin, idsOf);
  return {
    pages: { ...about, pages: knownPages(source.paths, origin) },
    titles: { ...about, titles: byPath(source.titles, origin, lineOf) },
    // Only headings on pages that exist can be opened.
    headings: {
      ...about,
      headings: Object.fromEntries(Object.entries(headings).filter(([path]) => known.has(path))),
    },
  };
}
