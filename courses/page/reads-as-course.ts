import { type Course, objectivesOf, resourcesOf } from '../course.ts';
import { allLanguages, languageOf } from './languages/index.ts';

/** Fewer objectives and links don't make a course. */
const ENOUGH = 3;

/** Whether a page with this title may be a course, in any language: cheap to check before the page is read. */
export const speaksOfLearning = (title: string): boolean =>
  allLanguages.some(({ learning }) => learning.test(title));

/**
 * Whether to offer to follow the course read from a page: its title speaks of learning, and it has
 * enough to follow. A page with links to a department's work is not offered, but the reader can still follow it.
 * @param language the language tag that the page declares
 */
export function readsAsCourse(course: Course, language: string): boolean {
  const videos = course.sections.flatMap((section) => section.videos ?? []);
  const all = objectivesOf(course).length + resourcesOf(course).length + videos.length;
  return languageOf(language).learning.test(course.title) && all >= ENOUGH;
}
