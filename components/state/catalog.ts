import { signal } from '@preact/signals';
import { currentCatalog, currentCourse, loadCourses, onCatalog } from '../../catalog/course-index.ts';
import { onChange, under } from '../../progress/changes.ts';
import { liveSignal } from './signals.ts';

/** The reader's courses that have been loaded so far. */
export const catalog = signal(currentCatalog());

/** The id of the course that the reader used last; undefined if they have used none. */
export const current = liveSignal(
  () => '',
  () => ({ read: async () => ({ id: await currentCourse() }), when: under(['', 'setting']) }),
);

/** Whether all courses have been read, not only the current one. Until then a page that is in none of them may still be in one. */
export const hasAllCourses = signal(false);

/** Loads the courses, and loads them again when they may have changed. Call it once. */
export function followCatalog(): void {
  onCatalog((changed) => {
    catalog.value = changed;
  });
  catalog.value = currentCatalog();
  current.start();
  // Loading many courses would delay the panel, so all but the current one load when it is idle.
  const loadAll = () =>
    loadCourses().finally(() => {
      hasAllCourses.value = true;
    });
  const first = loadCourses(false).catch(() => undefined);
  void first.then(() => requestIdleCallback(() => void loadAll(), { timeout: 2000 }));
  // This reads nothing unless the courses have changed.
  onChange(() => void loadCourses());
}
