import { builtInCourses } from '../../../assets/courses/index.ts';
import type { Course } from '../../../courses/course.ts';
import { readCourses } from '../../../progress/courses.ts';
import { coursesOf } from '../library/kept-packs.ts';

/**
 * The courses as their packs have them, whose editions badges name: not translated, and with no link mended, since both change without the
 * pack. Where the kept ones cannot be read, the built-in ones.
 */
export async function readPacks(): Promise<Course[]> {
  const kept = await readCourses()
    .then(({ packs }) => coursesOf(packs))
    .catch(() => new Map<string, Course | undefined>());
  return [...builtInCourses, ...[...kept.values()].flatMap((course) => course ?? [])];
}

/** The pack of a course. */
export async function packOf(course: Course): Promise<Course> {
  return (await readPacks()).find(({ id }) => id === course.id) ?? course;
}
