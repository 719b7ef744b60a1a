import { knownCourses } from '../../catalog/course-index.ts';
import { type Course, resourcesOf } from '../../courses/course.ts';
import {
  type CourseSearchResult,
  createCourseSearch,
  notesIn,
  sectionsOf,
  wordsFound,
} from '../../courses/search.ts';
import { readVisits } from '../../progress/earlier-visits.ts';
import { readNotes } from '../../progress/notes.ts';
import type { Note, Visit } from '../../progress/records.ts';
import { pageOf } from '../../sites/address.ts';
import { addressOf } from '../../sites/index.ts';
import { quotedAddress } from '../../sites/quote.ts';
import { runsIn } from '../../text/index-words.ts';
import { loadMore, others, prepareSearch, type SearchResult, searchHandbook } from './handbook-search.ts';

type Item = CourseSearchResult<Note>;

/** A search result with the item of a course that it stands for; without one it is a page of the handbook or a heading on one. */
export type CourseResult = SearchResult & { kind: Item['kind'] | 'page' | 'heading'; of?: Item };

/** What a query finds. */
export interface Found {
  /** The best first. */
  results: CourseResult[];
  /** The part of the query that these results are for, if the whole query has none. */
  instead?: string;
}

export interface Search {
  /** @param most the most results */
  find: (query: string, most: number) => Found;
  /** Loads what the query needs besides, after its first results. @returns whether it may have other results now */
  more: (query: string) => Promise<boolean>;
  /** The pages that were read last, without the shown one, and the latest notes; the latest first. */
  recent: { pages: CourseResult[]; notes: CourseResult[] };
  /** The sections of the shown course. */
  sections: CourseResult[];
}

/** The most pages and the most notes that are offered before anything is searched. */
const RECENT = 5;

/** The address that an item of a course leads to, which a new tab can open. */
function addressOfItem(item: Item): string {
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
      return resourcesOf(course).find(({ id, gone }) => id === about.id && !gone)?.address ?? course.address;
    }
    default:
      return item.resource.address;
  }
}

function resultOf(item: Item): CourseResult {
  const { title, within, course, kind } = item;
  const place = [course.title, within].filter(Boolean).join(' / ');
  return { address: addressOfItem(item), title, place, kind, of: item };
}

const pageAt = (address: string) => pageOf(addressOf(address) ?? address);

/** Returns the resources of these visits, each page once and without `shown`, the latest first. */
function recentPages(
  courses: readonly Course[],
  visits: readonly Visit[],
  shown: string | undefined,
): CourseResult[] {
  const items = new Map<string, Item>();
  for (const course of courses)
    for (const item of sectionsOf<Note>(course))
      if ('resource' in item) items.set(JSON.stringify([course.id, item.resource.id]), item);
  const sorted = visits.toSorted((a, b) => b.key[3].localeCompare(a.key[3]) || b.time - a.time);
  const pages = new Map<string, CourseResult>();
  for (const { key } of sorted) {
    const item = items.get(JSON.stringify([key[0], key[2]]));
    const result = item && resultOf(item);
    const page = result && pageAt(result.address);
    if (page && page !== shown && !pages.has(page)) pages.set(page, result);
    if (pages.size === RECENT) break;
  }
  return [...pages.values()];
}

/** Returns the latest notes of these courses. */
const recentNotes = (courses: readonly Course[], notes: ReadonlyMap<string, readonly Note[]>) =>
  courses
    .flatMap((course) => notesIn<Note>(course, notes.get(course.id) ?? []))
    .toSorted((a, b) => ('note' in a && 'note' in b ? b.note.made - a.note.made : 0))
    .slice(0, RECENT)
    .map(resultOf);

/** How much better items of the shown course, and of the others, score than pages that match as well. */
const OF_COURSE = { shown: 0.05, other: 0.03 };

/** Returns the best of both: what isn't in `inCourses` of `pages`, and a page that is a resource once, with the better score. */
function bestOf(
  inCourses: readonly { result: CourseResult; score: number }[],
  pages: readonly (CourseResult & { score: number })[],
  most: number,
): CourseResult[] {
  const scores = new Map(pages.map(({ address, score }) => [address, score]));
  const ofItems = inCourses.map(({ result, score }) => {
    const page = result.of && 'resource' in result.of ? pageAt(result.address) : undefined;
    return { result, score: Math.max(score, scores.get(page ?? '') ?? 0), page };
  });
  const listed = new Set(ofItems.map(({ page }) => page));
  const others = pages.filter(({ address }) => !listed.has(address));
  return [...ofItems, ...others.map(({ score, ...result }) => ({ result, score }))]
    .toSorted((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ result }) => result);
}

/**
 * Creates the search over all courses with the reader's notes and over the handbook, the best first: of what matches as well, the
 * items of the shown course, then those of other courses. A page that is also a resource is listed once. Notes and visits that can't
 * be read are left out.
 * @param shown the address of the shown page, without its heading
 */
export async function createSearch(course: Course, shown: string | undefined): Promise<Search> {
  const courses = [course, ...knownCourses().filter(({ id }) => id !== course.id)];
  const ids = courses.map(({ id }) => id);
  const [notes, visits] = await Promise.all([
    readNotes(ids).catch((): ReadonlyMap<string, readonly Note[]> => new Map()),
    readVisits(ids).catch((): Visit[] => []),
  ]);
  const searchCourses = createCourseSearch<Note>(courses, notes, others);
  prepareSearch();
  const resultsOf = (query: string, most: number): CourseResult[] => {
    const inCourses = searchCourses(query, most).map(({ item, score }) => ({
      result: resultOf(item),
      score: score + (item.course.id === course.id ? OF_COURSE.shown : OF_COURSE.other),
    }));
    return bestOf(inCourses, searchHandbook(query, most), most);
  };
  return {
    find(query, most) {
      const results = resultsOf(query, most);
      if (results.length > 0) return { results };
      const words = query.split(/\s+/).flatMap(runsIn).slice(0, 10);
      const instead = wordsFound(words, (part) => resultsOf(part, 1).length > 0);
      return instead === undefined ? { results } : { results: resultsOf(instead, most), instead };
    },
    more: loadMore,
    recent: { pages: recentPages(courses, visits, shown), notes: recentNotes(courses, notes) },
    sections: sectionsOf<Note>(course)
      .filter(({ kind }) => kind === 'section')
      .map(resultOf),
  };
}
