import type { Course, Section } from '../../courses/course.ts';

/** What the page shows: a course or a section of it, with the reader's quotes and words or without. */
export interface Asked {
  course: Course;
  section: Section | undefined;
  withNotes: boolean;
}

/** The query string by which the page is asked for this. */
export function queryOf({ course, section, withNotes }: Asked): string {
  return new URLSearchParams({
    course: course.id,
    ...(section && { section: section.id }),
    ...(!withNotes && { notes: '0' }),
  }).toString();
}

/** What the query string asks for; undefined where `courses` have no such course or section. */
export function askedFor(query: string, courses: readonly Course[]): Asked | undefined {
  const asked = new URLSearchParams(query);
  const course = courses.find(({ id }) => id === asked.get('course'));
  const section = course?.sections.find(({ id }) => id === asked.get('section'));
  if (!course || (asked.has('section') && !section)) return undefined;
  return { course, section, withNotes: asked.get('notes') !== '0' };
}
