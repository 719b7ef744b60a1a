import { type Course, objectivesOf, resourcesOf } from '../course.ts';

/** What the titles of pages to learn from say. */
const LEARNING =
  /\b(?:learn(?:ing)?|training|onboarding|courses?|curricul(?:um|a)|certifications?|bootcamp|workshops?|tutorials?|lessons?|pathways?|academy)\b/i;
/** Fewer things to do or to read are no course. */
const ENOUGH = 3;

/** Whether a page of this title may be one to learn from: what is cheap to know before it is read. */
export const speaksOfLearning = (title: string): boolean => LEARNING.test(title);

/**
 * Whether a page, read as a course, is one that its reader may want to follow: its title speaks of learning, and there is
 * something to follow. A page of links to a department's work is none; the reader can follow it all the same.
 */
export function readsAsCourse(course: Course): boolean {
  const videos = course.sections.flatMap((section) => section.videos ?? []);
  const all = objectivesOf(course).length + resourcesOf(course).length + videos.length;
  return speaksOfLearning(course.title) && all >= ENOUGH;
}
