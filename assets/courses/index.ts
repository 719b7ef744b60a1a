import type { Course, Translation } from '../../courses/course.ts';
import communityLearningPathway from './community-learning-pathway.json' with { type: 'json' };
import csmOnboarding from './csm-onboarding.json' with { type: 'json' };

/** The courses that come with the extension. Tests check them by the same schema as packs from outside. */
export const builtInCourses: Course[] = [communityLearningPathway, csmOnboarding];

/** What these courses are called in other languages, by their ids: each language loads for its readers alone. */
export const translations: Record<string, () => Promise<Record<string, Translation>>> = {
  ja: async () => (await import('./translations/ja.json', { with: { type: 'json' } })).default,
};
