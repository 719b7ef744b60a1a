import type { Catalog } from '../../catalog/course-index.ts';
import { matchIn, matchOpenedIn } from '../../catalog/course-index.ts';
import type { Course } from '../../courses/course.ts';
import type { Match } from '../../courses/match.ts';
import type { ShownTab } from '../../platform/shown-tab.ts';
import { pageOf } from '../../sites/address.ts';
import type { ShownPage } from './shown-page.ts';

/** Where the reader is: in which course, and where in it. */
export interface CoursePlace {
  course: Course;
  match: Match | undefined;
  /** The other courses that the page is part of. */
  others: Course[];
  /** Whether the course is the one to be shown; before that it may be another in a moment. */
  isSettled: boolean;
}

/** A page elsewhere, which the extension cannot see, opened from the panel in a tab. */
export interface OpenedElsewhere {
  tab: number;
  address: string;
}

/** The page elsewhere that was opened last, while nothing else was seen in its tab. */
export interface Away {
  opened: OpenedElsewhere | undefined;
  /** Whether its tab shows it. */
  isThere: boolean;
}

/** The page elsewhere that `tab` shows: one that was opened there and cannot be seen. */
const shownElsewhere = (opened: OpenedElsewhere | undefined, tab: ShownTab | undefined) =>
  opened && opened.tab === tab?.id && tab.url === undefined ? opened.address : undefined;

/** What becomes of `away` when `tab` is shown: a page elsewhere that was left for one that can be seen is forgotten. */
export function awayIn({ opened, isThere }: Away, tab: ShownTab | undefined): Away {
  const left = isThere && tab?.url !== undefined;
  return {
    opened: left ? undefined : opened,
    isThere: shownElsewhere(opened, tab) !== undefined,
  };
}

/** What decides where the reader is. */
export interface PlaceSources {
  catalog: Catalog;
  page: ShownPage | undefined;
  opened: OpenedElsewhere | undefined;
  /** The course that the reader has chosen for a page (its address). */
  chosen: { course: string; page: string | undefined } | undefined;
  /** Id of the course that the panel has shown last. */
  last: string | undefined;
  /** Id of the course in which the reader did something last; undefined if there is none, `null` before that is known. */
  current: string | null | undefined;
}

/**
 * Where in the courses the shown page is. A page of several courses is shown in the one that the reader is busy with; a page of
 * none leaves the panel where it was.
 */
export function placeOf({ catalog, page, opened, chosen, last, current }: PlaceSources): CoursePlace {
  const here = chosen && chosen.page === (page?.address && pageOf(page.address)) ? chosen.course : undefined;
  const matches = matchesOn(page, opened, catalog, current ?? last);
  const match = here ? matches.find(({ course }) => course.id === here) : matches[0];
  const wanted = match?.course.id ?? here ?? last ?? current;
  const course = catalog.courses.find(({ id }) => id === wanted) ?? catalog.courses[0];
  if (!course) throw new Error('there is no course');
  const isKnown = current !== null && (!current || catalog.isRead || course.id === current);
  return {
    course,
    match,
    others: matches.flatMap((other) => (other.course === course ? [] : other.course)),
    isSettled: matches.length === 1 || isKnown,
  };
}

function matchesOn(
  page: ShownPage | undefined,
  opened: OpenedElsewhere | undefined,
  catalog: Catalog,
  first: string | undefined,
): Match[] {
  if (page?.address) return matchIn(catalog, page.address, page.info, first);
  const elsewhere = shownElsewhere(opened, page?.tab);
  const match = elsewhere && matchOpenedIn(catalog, elsewhere);
  return match ? [match] : [];
}
