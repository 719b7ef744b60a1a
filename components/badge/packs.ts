import { builtInCourses } from '../../assets/courses/index.ts';
import { NOTHING_STORED, readLibrary } from '../../catalog/library.ts';
import type { Course } from '../../courses/course.ts';
import { readCourses } from '../../progress/courses.ts';

/**
 * The courses as their packs have them, whose editions badges name: not translated, and with no link mended, since both change without the
 * pack. Where the kept ones cannot be read, all others. Of two with one id the one that the library shows comes first.
 */
export async function readPacks(): Promise<Course[]> {
  const { library, checked } = await readLibrary(readCourses().catch(() => NOTHING_STORED));
  const shown = library.flatMap(({ pack }) => pack ?? []);
  return [...shown, ...builtInCourses, ...[...checked.values()].flatMap((course) => course ?? [])];
}

/** The pack of a course. */
export async function packOf(course: Course): Promise<Course> {
  return (await readPacks()).find(({ id }) => id === course.id) ?? course;
}
