import type { Course, Section } from '../../courses/course.ts';

/** What is handed in: a course or one of its sections, with or without the reader's notes. */
export interface HandInChoice {
  course: Course;
  section: Section | undefined;
  withNotes: boolean;
}

/** Writes a choice as the query string of the page to print, such as `course=bakery&section=bread&notes=1`. */
export function writeQuery({ course, section, withNotes }: HandInChoice): string {
  return new URLSearchParams({
    course: course.id,
    ...(section && { section: section.id }),
    ...(withNotes && { notes: '1' }),
  }).toString();
}

/** Reads such a query string. @returns undefined if `courses` has no such course or section */
export function readQuery(query: string, courses: readonly Course[]): HandInChoice | undefined {
  const params = new URLSearchParams(query);
  const course = courses.find(({ id }) => id === params.get('course'));
  const section = course?.sections.find(({ id }) => id === params.get('section'));
  if (!course || (params.has('section') && !section)) return undefined;
  return { course, section, withNotes: params.get('notes') === '1' };
}
