import { i18n } from '#i18n';
import { knownCourses } from '../../catalog/course-index.ts';
import { type CourseSearchResult, createCourseSearch } from '../../courses/search.ts';
import { readNotes } from '../../progress/notes.ts';
import type { Note } from '../../progress/records.ts';
import { pageOf } from '../../sites/address.ts';
import { addressOf } from '../../sites/index.ts';
import { quotedAddress } from '../../sites/quote.ts';
import { type SearchResult, searchHandbook } from './handbook-search.ts';

/** A search result with the item of a course that it stands for; without one it is a page of the handbook. */
export type CourseResult = SearchResult & { of?: CourseSearchResult<Note> };

/** The address that an item of a course leads to, which a new tab can open. */
function addressOfItem(item: CourseSearchResult<Note>): string {
  const { course } = item;
  const section = (id: string | undefined) => {
    const anchor = course.sections.find((each) => each.id === id)?.anchor;
    return anchor ? `${course.address}#${anchor}` : course.address;
  };
  switch (item.kind) {
    case 'section':
      return section(item.section.id);
    case 'objective':
      return section(item.objective.sections[0]);
    case 'note': {
      const { address, quote, about } = item.note;
      if (quote) return quotedAddress(address, quote);
      const resources = course.sections.flatMap(({ resources }) => resources);
      return resources.find(({ id, gone }) => id === about.id && !gone)?.address ?? course.address;
    }
    default:
      return item.resource.address;
  }
}

function resultOf(item: CourseSearchResult<Note>): CourseResult {
  const { title, within, course, kind } = item;
  const folders = [course.title, within].filter(Boolean).join(' / ');
  return { address: addressOfItem(item), title, folders, kind: i18n.t(`find.kind.${kind}`), of: item };
}

const pageAt = (address: string) => pageOf(addressOf(address) ?? address);

/**
 * Creates the search over all courses with the reader's notes and over the handbook. Results of courses come first, those of the
 * course with the id `current` at the top; a handbook page that is also a resource is listed once. Notes that can't be read are
 * left out.
 * @returns a function that takes a query and the most results, and returns the best ones
 */
export async function createSearch(
  current: string,
): Promise<(query: string, most: number) => CourseResult[]> {
  const courses = [...knownCourses()].sort((a, b) => Number(b.id === current) - Number(a.id === current));
  const notes = await readNotes(courses.map(({ id }) => id)).catch(() => new Map());
  const searchCourses = createCourseSearch<Note>(courses, notes);
  return (query, most) => {
    const inCourses = searchCourses(query, most).map(resultOf);
    const listed = new Set(
      inCourses.flatMap(({ of, address }) => (of && 'resource' in of ? pageAt(address) : [])),
    );
    const pages = searchHandbook(query, most).filter(({ address }) => !listed.has(address));
    // Up to half of the results are pages, even if a course has many items of that name.
    const places = Math.max(most - pages.length, most >> 1);
    return [...inCourses.slice(0, places), ...pages].slice(0, most);
  };
}
