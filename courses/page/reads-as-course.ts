import { type Course, objectivesOf, resourcesOf } from '../course.ts';
import { languageOf } from './languages/index.ts';

/** Fewer objectives and links don't make a course. */
const ENOUGH = 3;

/** Whether a page with this title may be a course: cheap to check before the page is read. */
export const speaksOfLearning = (title: string): boolean => languageOf('').learning.test(title);

/**
 * Whether to offer to follow the course read from a page: its title speaks of learning, and it has
 * enough to follow. A page with links to a department's work is not offered, but the reader can still follow it.
 */
export function readsAsCourse(course: Course): boolean {
  const videos = course.sections.flatMap((section) => section.videos ?? []);
  const all = objectivesOf(course).length + resourcesOf(course).length + videos.length;
  return speaksOfLearning(course.title) && all >= ENOUGH;
}
