import { builtInCourses, translations } from '../assets/courses/index.ts';
import type { Course } from '../courses/course.ts';
import { indexCourses, type Match, matchAddress, matchesOf } from '../courses/match.ts';
import { inLanguage } from '../courses/translation.ts';
import type { PageInfo } from '../platform/page-channel.ts';
import { type Address, withAnchor } from '../sites/address.ts';
import { addressOf } from '../sites/index.ts';

let asPacked: readonly Course[] = builtInCourses;
let courses = asPacked;
let courseIndex = indexCourses(courses);

/**
 * The courses that are not archived, in the reader's order, their links where they lead by what is known of moves: as far
 * as `learnCourses` has read it; before that those that are built in.
 */
export function knownCourses(): readonly Course[] {
  return courses;
}

/** The courses that are built in, in the reader's language. */
export function packedCourses(): readonly Course[] {
  return asPacked;
}

/** Gives the courses their texts in `language`, where there are any. To be called before anything is shown. */
export async function translateCourses(language: string): Promise<void> {
  const load = translations[language];
  if (!load) return;
  const texts = await load();
  asPacked = asPacked.map((course) => {
    const translation = texts[course.id];
    return translation
      ? inLanguage({ ...course, translations: { [language]: translation } }, language)
      : course;
  });
  courses = asPacked;
  courseIndex = indexCourses(courses);
}

/**
 * Takes over what is kept of courses, and what is known of the moves of the handbook and of the courses' links.
 * @param all whether of all kept courses; else of the one that the reader is busy with, if it is one, which is quicker
 */
export async function learnCourses(all = true): Promise<void> {
  const settled = await (await import('./catalog.ts')).readCatalog(asPacked, all);
  if (settled) [courses, courseIndex] = settled;
}

/**
 * Where in the courses a page is, the course with the id `current` first. `address` names the heading being read by its
 * anchor, until `news` of the same address tell how far the reader has come since.
 */
export function matchPage(address: Address, news: PageInfo | undefined, current?: string): Match[] {
  const { kind, headings, reading = null } = news ?? {};
  // On a page that is missing nothing is read: the anchor still says which resource was meant.
  const sameAddress = kind === 'content' && reading !== null && addressOf(news?.url ?? '') === address;
  return matchesOf(courseIndex, sameAddress ? withAnchor(address, reading) : address, headings, current);
}

/** The place of a resource elsewhere, which cannot be seen, but was opened from the panel. */
export function matchOpened(address: Address): Match | undefined {
  const match = matchAddress(courseIndex, address);
  return match && { ...match, reason: 'opened' };
}
