import { builtInCourses } from '../../assets/courses/index.ts';
import { NOTHING_STORED, readLibrary } from '../../catalog/library.ts';
import type { Course } from '../../courses/course.ts';
import { readCourses } from '../../progress/courses.ts';

/**
 * Returns all courses exactly as in their packs, whose editions badges name: not translated, and without resolved links. If two have
 * the same id, the one that the library shows comes first. Stored courses that can't be read are left out.
 */
export async function readPacks(): Promise<Course[]> {
  const { library, checked } = await readLibrary(readCourses().catch(() => NOTHING_STORED));
  const shown = library.flatMap(({ pack }) => pack ?? []);
  return [...shown, ...builtInCourses, ...[...checked.values()].flatMap((course) => course ?? [])];
}

/** Returns a course as it is in its pack. */
export async function packOf(course: Course): Promise<Course> {
  return (await readPacks()).find(({ id }) => id === course.id) ?? course;
}
