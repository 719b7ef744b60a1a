import type { InferOutput } from 'valibot';
import type { CourseShape } from './pack.ts';

type Pack = InferOutput<typeof CourseShape>;
type PackSection = Pack['sections'][number];

/** A link of a section, as in the pack, or with the address that a known move leads to. */
export type Resource = PackSection['resources'][number] & {
  /** Its title in the pack, if `title` is a translation. This is what its page and the course page call it. */
  ownTitle?: string;
  /** How a move that the pack does not know was detected: by the handbook's redirects, or when the link was opened. */
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
/** The texts of a course in another language, by id or address. */
export type Translation = NonNullable<Pack['translations']>[string];

/** Returns the objectives of every audience, in the course's order. */
export function objectivesOf(course: { audiences: Audience[] }): Objective[] {
  return course.audiences.flatMap(({ objectives }) => objectives);
}

/** Returns the resources of every section, in the course's order. */
export function resourcesOf(course: { sections: Section[] }): Resource[] {
  return course.sections.flatMap(({ resources }) => resources);
}

/** Returns the videos of every section, in the course's order. */
export function videosOf({ sections }: Course): NonNullable<Section['videos']> {
  return sections.flatMap(({ videos = [] }) => videos);
}

/** Returns `resource` with the fields of a pack only. */
export function asInPack({ movedBy: _, ...resource }: Resource): Resource {
  return resource;
}
