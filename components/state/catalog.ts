import { signal } from '@preact/signals';
import { currentCatalog, loadCourses, onCatalog } from '../../catalog/course-index.ts';
import { currentCourse } from '../../catalog/current-course.ts';
import { onChange, under } from '../../progress/changes.ts';
import { liveSignal } from './live-signal.ts';

/** The reader's courses, as far as they have been read. */
export const catalog = signal(currentCatalog());

/** The id of the course in which the reader did something last, if any. */
export const current = liveSignal(
  () => '',
  () => ({ read: async () => ({ id: await currentCourse() }), when: under(['', 'setting']) }),
);

/** Begins to read the courses, and to read them again when they may have changed. To be called once. */
export function followCatalog(): void {
  onCatalog((changed) => {
    catalog.value = changed;
  });
  catalog.value = currentCatalog();
  current.start();
  // Many courses would keep the panel from opening: the others follow when it is idle.
  void loadCourses(false).then(() => requestIdleCallback(() => void loadCourses(), { timeout: 2000 }));
  // Most changes are none of the courses: then nothing is read.
  onChange(() => void loadCourses());
}
