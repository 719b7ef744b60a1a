import { builtInCourses } from '../../../assets/courses/index.ts';
import type { Course } from '../../../courses/course.ts';
import { knownCourses } from '../course-index.ts';

/**
 * The courses as their packs have them, whose editions badges name: not translated, and with no link mended, since both change without the
 * pack.
 */
export function packs(): Course[] {
  return knownCourses().map((course) => packOf(course));
}

/** The pack of a course. */
export function packOf(course: Course): Course {
  return builtInCourses.find(({ id }) => id === course.id) ?? course;
}
