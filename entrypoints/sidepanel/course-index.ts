import { builtInCourses } from '../../assets/courses/index.ts';
import { indexCourses } from '../../courses/match.ts';

/** The index of all courses that this extension knows. */
export const courseIndex = indexCourses(builtInCourses);
