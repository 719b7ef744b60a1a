import type { Course, Translation } from '../../courses/course.ts';
import communityLearningPathway from './community-learning-pathway.json' with { type: 'json' };
import csmOnboarding from './csm-onboarding.json' with { type: 'json' };

/** The courses that come with the extension. Tests check them by the same schema as packs from outside. */
export const builtInCourses: Course[] = [communityLearningPathway, csmOnboarding];

/** What these courses are called in other languages, by their ids: each language loads for its readers alone. */
export const translations: Record<string, () => Promise<Record<string, Translation>>> = {
  ja: async () => (await import('./translations/ja.json', { with: { type: 'json' } })).default,
};

/**
 * By what their objectives are recognised on their pages, by the page's language and the ids of course and objective: words of
 * the page's sentence, in no order. What has none keeps the pack's words.
 */
export const keyWords: Record<string, () => Promise<Record<string, Record<string, string[]>>>> = {
  en: async () => (await import('./key-words/en.json', { with: { type: 'json' } })).default,
};
