import type { InferOutput } from 'valibot';
import type { CourseShape } from './pack.ts';

/** What is to be learned: audiences with their objectives, sections with their resources. */
export type Course = InferOutput<typeof CourseShape>;
export type Audience = Course['audiences'][number];
export type Objective = Audience['objectives'][number];
export type Section = Course['sections'][number];
export type Resource = Section['resources'][number];

/** The objectives of every audience, in the course's order. */
export function objectivesOf(course: { audiences: Audience[] }): Objective[] {
  return course.audiences.flatMap(({ objectives }) => objectives);
}

/** The resources of every section, in the course's order. */
export function resourcesOf(course: { sections: Section[] }): Resource[] {
  return course.sections.flatMap(({ resources }) => resources);
}
