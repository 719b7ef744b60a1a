import type { InferOutput } from 'valibot';
import type { CourseShape } from './pack.ts';

type Pack = InferOutput<typeof CourseShape>;
type PackSection = Pack['sections'][number];

/** A link of a section, as the pack has it, or brought up to date by what is known of its move. */
export type Resource = PackSection['resources'][number] & {
  /** Its title in the pack, where `title` is a translation: what its page and the course's page call it. */
  ownTitle?: string;
  /** How a move is known that the pack does not know: by the handbook's redirects, or seen when the link was opened. */
  movedBy?: 'redirect' | 'opened';
};
export type Section = Omit<PackSection, 'resources'> & { resources: Resource[] };
/** What is to be learned: audiences with their objectives, sections with their resources. */
export type Course = Omit<Pack, 'sections' | 'earlier'> & {
  sections: Section[];
  earlier?:
    | (Omit<NonNullable<Pack['earlier']>, 'resources'> & { resources?: Resource[] | undefined })
    | undefined;
};
export type Audience = Course['audiences'][number];
export type Objective = Audience['objectives'][number];
/** The texts of a course in another language, by what they name. */
export type Translation = NonNullable<Pack['translations']>[string];

/** The objectives of every audience, in the course's order. */
export function objectivesOf(course: { audiences: Audience[] }): Objective[] {
  return course.audiences.flatMap(({ objectives }) => objectives);
}

/** The resources of every section, in the course's order. */
export function resourcesOf(course: { sections: Section[] }): Resource[] {
  return course.sections.flatMap(({ resources }) => resources);
}

/** `resource` as a pack has it: how its move is known is no part of it. */
export function asInPack({ movedBy: _, ...resource }: Resource): Resource {
  return resource;
}
