import { builtInCourses, translations } from '../assets/courses/index.ts';
import type { Course } from '../courses/course.ts';
import { type CourseIndex, indexCourses, type Match, matchAddress, matchesOf } from '../courses/match.ts';
import { inLanguage } from '../courses/translation.ts';
import type { PageInfo } from '../platform/page-channel.ts';
import { type Address, withAnchor } from '../sites/address.ts';
import { addressOf } from '../sites/index.ts';

/** The reader's courses that have been read so far. */
export interface Catalog {
  /** The built-in courses, in the reader's language. */
  builtIn: readonly Course[];
  /** The courses that are not archived, in the reader's order, with moved links resolved. Until they are read, the built-in ones. */
  courses: readonly Course[];
  index: CourseIndex;
  /** Whether stored courses have been read, at least the current one. */
  isRead: boolean;
}

const catalogOf = (courses: readonly Course[]): Catalog => ({
  builtIn: courses,
  courses,
  index: indexCourses(courses),
  isRead: false,
});

/** A dynamic import, so that it loads in parallel with the panel's first picture. */
const settings = import('../progress/settings.ts');

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

/** The built-in courses in the reader's language. */
export function translatedBuiltIns(): readonly Course[] {
  return catalog.builtIn;
}

/** Translates the built-in courses, if there is a translation into `language`. Call it before anything is shown. */
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
 * Reads stored courses and moves into the catalog.
 * @param all whether to read all stored courses; otherwise only the current one, if it is stored, which is faster
 */
export async function loadCourses(all = true): Promise<void> {
  const resolved = await (await import('./catalog.ts')).readCatalog(catalog.builtIn, all);
  if (resolved)
    setCatalog({ builtIn: catalog.builtIn, courses: resolved[0], index: resolved[1], isRead: true });
  else if (!catalog.isRead) setCatalog({ ...catalog, isRead: true });
}

/** Id of the course in which the reader last did something, if any. @throws Fault if it cannot be read */
export async function currentCourse(): Promise<string | undefined> {
  return (await settings).currentCourse();
}

/** Saves `course` as the one in which the reader last did something. @throws Fault as `write` does */
export async function saveCurrentCourse(course: string): Promise<void> {
  await (await settings).saveCurrentCourse(course);
}

/**
 * Finds the places of a page in the courses of a catalog.
 * @param address with the heading being read as its anchor; `info` about the same address may name a later heading
 * @param info what the page's document reported, if it did
 * @param current id of the course whose places come first
 */
export function matchIn(
  { index }: Catalog,
  address: Address,
  info: PageInfo | undefined,
  current?: string,
): Match[] {
  const { kind, headings, reading = null } = info ?? {};
  // A missing page has no headings. There the anchor says which resource the reader wanted.
  const sameAddress = kind === 'content' && reading !== null && addressOf(info?.url ?? '') === address;
  return matchesOf(index, sameAddress ? withAnchor(address, reading) : address, headings, current);
}

/** Finds the places of a page in the current catalog: see `matchIn`. */
export function matchPage(address: Address, info: PageInfo | undefined, current?: string): Match[] {
  return matchIn(catalog, address, info, current);
}

/** The place of a resource outside the handbooks. The extension can't see such a page, but knows that the panel opened it. */
export function matchOpenedIn({ index }: Catalog, address: Address): Match | undefined {
  const match = matchAddress(index, address);
  return match && { ...match, reason: 'opened' };
}
