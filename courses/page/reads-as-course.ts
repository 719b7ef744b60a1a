import { type Course, objectivesOf, resourcesOf, videosOf } from '../course.ts';
import type { PageLanguage } from './languages/language.ts';

/** Fewer objectives and links don't make a course. */
const ENOUGH = 3;
/** The share of objectives, videos and links to training from which a page whose title doesn't decide is one to learn from. */
const MOSTLY = 0.4;
/** Places to learn at, by their host or a part of the path. A video is something to learn from, too. */
const TRAINING =
  /^https:\/\/(?:[\w.-]*\b(?:coursera|edx|udemy|udacity|pluralsight|oreilly|skillshare|edcast|codecademy|credly|levelup|learn|university|academy)\b|[^/]+\/(?:[^?#]*[/_-])?(?:learn(?:ing)?|trainings?|courses?|tutorials?|on-?boarding|certifications?|labs?|enablement)\b)/i;

/** Whether `title` says that its page is one to learn from (true), that it isn't (false), or neither (undefined). */
function saysLearning(title: string, { learning, teaching, notLearning }: PageLanguage): boolean | undefined {
  if (notLearning.some((kind) => kind.test(title))) return false;
  if (learning.test(title)) return true;
  return teaching.test(title) ? undefined : false;
}

/** Whether a page with this title may be a course: cheap to check before the page is read. */
export const speaksOfLearning = (title: string, language: PageLanguage): boolean =>
  saysLearning(title, language) !== false;

/**
 * Whether to offer to follow the course read from a page: its title says that one learns there, and it has enough to follow. If the title
 * may as well be about teaching others, the page decides: objectives, videos and links to training are a large part of it. A page with
 * links to a department's work is not offered, but the reader can still follow it.
 * @param language that of the page
 */
export function readsAsCourse(course: Course, language: PageLanguage): boolean {
  const learns = saysLearning(course.title, language);
  if (learns === false) return false;
  const objectives = objectivesOf(course).length;
  const videos = videosOf(course);
  const resources = resourcesOf(course);
  const all = resources.length + videos.length;
  if (objectives + all < ENOUGH) return false;
  const training = resources.filter(
    ({ title, address }) => language.learning.test(title) || TRAINING.test(address),
  );
  return learns || objectives + videos.length + training.length >= (objectives + all) * MOSTLY;
}
