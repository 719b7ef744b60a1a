import type { Catalog } from '../../catalog/course-index.ts';
import { matchIn, matchOpenedIn } from '../../catalog/course-index.ts';
import type { Course } from '../../courses/course.ts';
import type { Match } from '../../courses/match.ts';
import type { ShownTab } from '../../platform/shown-tab.ts';
import { pageOf } from '../../sites/address.ts';
import type { ShownPage } from './shown-page.ts';

/** The reader's place: a course, and where in it the page is. */
export interface CoursePlace {
  course: Course;
  match: Match | undefined;
  /** The other courses that the page is part of. */
  others: Course[];
  /** Whether the course is final. Until then, courses that are still loading may replace it. */
  isSettled: boolean;
}

/** A page outside the handbooks that was opened from the panel. The extension has no access to it. */
export interface OpenedElsewhere {
  tab: number;
  address: string;
}

/** The page outside the handbooks that was opened last, until its tab shows a page that the extension can see. */
export interface Away {
  opened: OpenedElsewhere | undefined;
  /** Whether the shown tab is its tab, and still shows it. */
  isThere: boolean;
}

/** The address of `opened` if `tab` shows it: the page was opened in this tab, whose URL the extension can't see. */
const shownElsewhere = (opened: OpenedElsewhere | undefined, tab: ShownTab | undefined) =>
  opened && opened.tab === tab?.id && tab.url === undefined ? opened.address : undefined;

/** Updates the state of the page outside for the shown `tab`: once the reader has gone on to a visible page, it is forgotten. */
export function awayIn({ opened, isThere }: Away, tab: ShownTab | undefined): Away {
  const left = isThere && tab?.url !== undefined;
  return {
    opened: left ? undefined : opened,
    isThere: shownElsewhere(opened, tab) !== undefined,
  };
}

/** The input from which the reader's place is computed. */
export interface PlaceSources {
  catalog: Catalog;
  page: ShownPage | undefined;
  opened: OpenedElsewhere | undefined;
  /** The id of the course that the reader chose, and the address of the page on which they chose it. */
  chosen: { course: string; page: string | undefined } | undefined;
  /** Id of the course that the panel showed last. */
  last: string | undefined;
  /** Id of the course that the reader used last; undefined if there is none, `null` until that is known. */
  current: string | null | undefined;
}

/**
 * Computes the reader's place. If the page is part of several courses, it is in the reader's current one; if it is part of none,
 * the panel goes on showing the last course.
 * @throws Error if the catalog is empty
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
