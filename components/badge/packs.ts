import { builtInCourses } from '../../assets/courses/index.ts';
import { libraryOf, NOTHING_STORED } from '../../catalog/library.ts';
import { readManaged } from '../../catalog/managed.ts';
import { coursesOf } from '../../catalog/stored-packs.ts';
import type { Course } from '../../courses/course.ts';
import { readCourses } from '../../progress/courses.ts';

/**
 * The courses as their packs have them, whose editions badges name: not translated, and with no link mended, since both change without the
 * pack. Where the kept ones cannot be read, all others. Of two with one id the one that the library shows comes first.
 */
export async function readPacks(): Promise<Course[]> {
  const { courses, packs } = await readCourses().catch(() => NOTHING_STORED);
  const kept = await coursesOf(packs);
  const library = libraryOf(builtInCourses, courses, kept, (await readManaged()).courses);
  const shown = library.flatMap(({ pack }) => pack ?? []);
  return [...shown, ...builtInCourses, ...[...kept.values()].flatMap((course) => course ?? [])];
}

/** The pack of a course. */
export async function packOf(course: Course): Promise<Course> {
  return (await readPacks()).find(({ id }) => id === course.id) ?? course;
}
