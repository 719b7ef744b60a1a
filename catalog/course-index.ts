import { builtInCourses, translations } from '../assets/courses/index.ts';
import type { Course } from '../courses/course.ts';
import { type CourseIndex, indexCourses, type Match, matchAddress, matchesOf } from '../courses/match.ts';
import { inLanguage } from '../courses/translation.ts';
import type { PageInfo } from '../platform/page-channel.ts';
import { type Address, withAnchor } from '../sites/address.ts';
import { addressOf } from '../sites/index.ts';

/** The reader's courses, as far as they have been read. */
export interface Catalog {
  /** The built-in courses, in the reader's language. */
  builtIn: readonly Course[];
  /** The courses that are not archived, in the reader's order, with moved links resolved. Until they are read, the built-in ones. */
  courses: readonly Course[];
  index: CourseIndex;
  /** Whether what is kept of courses has been read: at least that of the current one. */
  isRead: boolean;
}

const catalogOf = (courses: readonly Course[]): Catalog => ({
  builtIn: courses,
  courses,
  index: indexCourses(courses),
  isRead: false,
});

let catalog = catalogOf(builtInCourses);
const listeners = new Set<(catalog: Catalog) => void>();

function setCatalog(next: Catalog): void {
  catalog = next;
  for (const listener of listeners) listener(next);
}

/** The catalog as it is now. */
export function currentCatalog(): Catalog {
  return catalog;
}

/** Calls `listener` with every new catalog. */
export function onCatalog(listener: (catalog: Catalog) => void): void {
  listeners.add(listener);
}

/** The catalog's courses. */
export function knownCourses(): readonly Course[] {
  return catalog.courses;
}

/** The courses that are built in, in the reader's language. */
export function translatedBuiltIns(): readonly Course[] {
  return catalog.builtIn;
}

/** Gives the built-in courses their texts in `language`, if there are any. To be called before anything is shown. */
export async function translateCourses(language: string): Promise<void> {
  const load = translations[language];
  if (!load) return;
  const texts = await load();
  const translated = catalog.builtIn.map((course) => {
    const translation = texts[course.id];
    return translation
      ? inLanguage({ ...course, translations: { [language]: translation } }, language)
      : course;
  });
  setCatalog(catalogOf(translated));
}

/**
 * Reads the kept courses, and what is known of moved pages and links, into the catalog.
 * @param all whether to read all kept courses; otherwise only the current one, if it is a kept one, which is quicker
 */
export async function loadCourses(all = true): Promise<void> {
  const resolved = await (await import('./catalog.ts')).readCatalog(catalog.builtIn, all);
  if (resolved)
    setCatalog({ builtIn: catalog.builtIn, courses: resolved[0], index: resolved[1], isRead: true });
  else if (!catalog.isRead) setCatalog({ ...catalog, isRead: true });
}

/**
 * Where in the courses of a catalog a page is, the course with the id `current` first. `address` names the heading being read by
 * its anchor, until `news` of the same address say how far the reader has come since.
 */
export function matchIn(
  { index }: Catalog,
  address: Address,
  news: PageInfo | undefined,
  current?: string,
): Match[] {
  const { kind, headings, reading = null } = news ?? {};
  // On a page that is missing nothing is read: the anchor still says which resource was meant.
  const sameAddress = kind === 'content' && reading !== null && addressOf(news?.url ?? '') === address;
  return matchesOf(index, sameAddress ? withAnchor(address, reading) : address, headings, current);
}

/** Where in the courses a page is: see `matchIn`. */
export function matchPage(address: Address, news: PageInfo | undefined, current?: string): Match[] {
  return matchIn(catalog, address, news, current);
}

/** The place of a resource elsewhere, which cannot be seen, but was opened from the panel. */
export function matchOpenedIn({ index }: Catalog, address: Address): Match | undefined {
  const match = matchAddress(index, address);
  return match && { ...match, reason: 'opened' };
}
