import type { Course } from '../../courses/course.ts';
import communityLearningPathway from './community-learning-pathway.json' with { type: 'json' };
import csmOnboarding from './csm-onboarding.json' with { type: 'json' };

/** The courses that come with the extension. Tests check them by the same schema as packs from outside. */
export const builtInCourses: Course[] = [communityLearningPathway, csmOnboarding];
