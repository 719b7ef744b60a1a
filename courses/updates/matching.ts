import type { Address } from '../../sites/address.ts';
import type { Audience, Course, Objective, Resource, Section } from '../course.ts';
import { likenessOf, wordSetOf } from '../page/words.ts';
import { by, matchGreedily, type Rule } from './match-greedily.ts';
import { byRewording } from './rewording.ts';

export type Video = NonNullable<Section['videos']>[number];

/** An objective with the audience it is for; one that has lost its place is for none. */
export interface PlacedObjective {
  objective: Pick<Objective, 'id' | 'text'>;
  audience: Audience | undefined;
}

/** A resource or video with the section it stands in; a resource that has lost its place stands in none. */
export interface Placed<Thing> {
  thing: Thing;
  section: Section | undefined;
}

/** What of a course as it is read is the same as what was kept of it: what was read, and what it was. */
export interface Matching {
  audiences: Map<Audience, Audience>;
  objectives: Map<PlacedObjective, PlacedObjective>;
  sections: Map<Section, Section>;
  resources: Map<Placed<Resource>, Placed<Resource>>;
  videos: Map<Placed<Video>, Placed<Video>>;
}

/** All of a course that can be the same as something in another, in the course's order; what has lost its place comes last. */
export interface CourseItems {
  course: Course;
  objectives: PlacedObjective[];
  resources: Placed<Resource>[];
  videos: Placed<Video>[];
}

export function itemsOf(course: Course): CourseItems {
  const { objectives = [], resources = [] } = course.earlier ?? {};
  return {
    course,
    objectives: [
      ...course.audiences.flatMap((audience) =>
        audience.objectives.map((objective) => ({ objective, audience })),
      ),
      ...objectives.map((objective) => ({ objective, audience: undefined })),
    ],
    resources: [
      ...course.sections.flatMap((section) => section.resources.map((thing) => ({ thing, section }))),
      ...resources.map((thing) => ({ thing, section: undefined })),
    ],
    videos: course.sections.flatMap((section) => (section.videos ?? []).map((thing) => ({ thing, section }))),
  };
}

/** A rule by how much two texts are alike. */
function byLikeness<Thing>(textOf: (each: Thing) => string): Rule<Thing, Thing> {
  const known = new Map<Thing, ReadonlySet<string>>();
  const words = (each: Thing) => {
    const all = known.get(each) ?? wordSetOf(textOf(each));
    known.set(each, all);
    return all;
  };
  return { keptKeys: words, readKeys: words, score: (a, b) => likenessOf(words(a), words(b)) };
}

/** A rule by how much of what stands in both is the same. */
function byContent<Whole, Part>(
  wholeOf: (part: Part) => Whole | undefined,
  parts: Map<Part, Part>,
  idOf: (whole: Whole) => string,
): Rule<Whole, Whole> {
  const counts = new Map<Whole, Map<Whole, number>>();
  for (const [read, kept] of parts) {
    const [after, before] = [wholeOf(read), wholeOf(kept)];
    if (!after || !before) continue;
    const of = counts.get(after) ?? new Map<Whole, number>();
    counts.set(after, of.set(before, (of.get(before) ?? 0) + 1));
  }
  return {
    keptKeys: (kept) => [idOf(kept)],
    readKeys: (read) => [...(counts.get(read)?.keys() ?? [])].map(idOf),
    score: (kept, read) => counts.get(read)?.get(kept) ?? 0,
  };
}

const idOf = ({ id }: { id: string }) => id;
const titleOf = ({ title }: { title: string }) => title;

/**
 * Resources are the same by their address, and by one that either had before; with another address by the id, which is
 * made of the address, where the title is like as well: then their page has moved.
 */
function sameResources(kept: CourseItems, read: CourseItems): Matching['resources'] {
  const alike = byLikeness(({ thing }: Placed<Resource>) => thing.title);
  const addresses = ({ thing }: Placed<Resource>): Address[] => [thing.address, ...(thing.formerly ?? [])];
  return matchGreedily(
    new Map(),
    kept.resources,
    read.resources,
    by(({ thing }) => thing.address),
    { keptKeys: addresses, readKeys: addresses },
    by(({ thing }) => thing.id, alike.score),
  );
}

/**
 * Objectives are the same by their words, rather for the same audience, and else by words with light changes. Not by the id: it is
 * made of words, of which others may begin with the same, and what it is made of may not be what was ticked under it.
 */
function sameObjectives(
  kept: CourseItems,
  read: CourseItems,
  audiences: Matching['audiences'],
): Matching['objectives'] {
  const sameAudience = (before: PlacedObjective, after: PlacedObjective) =>
    after.audience !== undefined && audiences.get(after.audience) === before.audience;
  const textOf = ({ objective }: PlacedObjective) => objective.text;
  const reworded = byRewording(textOf, textOf);
  const { score = () => 0 } = reworded;
  return matchGreedily(
    new Map(),
    kept.objectives,
    read.objectives,
    by(textOf, (a, b) => (sameAudience(a, b) ? 2 : 1)),
    { ...reworded, score: (a, b) => (sameAudience(a, b) ? score(a, b) : 0) },
    reworded,
  );
}

/**
 * Finds what in `read`, a course as its page has it now, is what in `kept`, the same course as it was: also reworded, in
 * another place, or back from those that had lost their place.
 */
export function matchCourses(kept: CourseItems, read: CourseItems): Matching {
  const resources = sameResources(kept, read);
  const sections = matchGreedily(
    new Map<Section, Section>(),
    kept.course.sections,
    read.course.sections,
    by(({ anchor }) => anchor),
    by(titleOf),
    by(idOf),
    byLikeness(titleOf),
    byContent(({ section }: Placed<Resource>) => section, resources, idOf),
  );
  const audiences = matchGreedily(
    new Map<Audience, Audience>(),
    kept.course.audiences,
    read.course.audiences,
    by(titleOf),
    by(idOf),
    byLikeness(titleOf),
  );
  const objectives = sameObjectives(kept, read, audiences);
  matchGreedily(
    audiences,
    kept.course.audiences,
    read.course.audiences,
    byContent(({ audience }: PlacedObjective) => audience, objectives, idOf),
  );
  const videos = matchGreedily(
    new Map<Placed<Video>, Placed<Video>>(),
    kept.videos,
    read.videos,
    by(
      ({ thing }) => thing.address,
      (before, after) => (after.section && sections.get(after.section) === before.section ? 2 : 1),
    ),
  );
  return { audiences, objectives, sections, resources, videos };
}

const byId = by(({ id }: { id: string }) => id);

/** Which of a course of one pack is what in a later one: what has the same id, since the author of packs keeps them. */
export function matchByIds(kept: CourseItems, read: CourseItems): Matching {
  return {
    audiences: matchGreedily(
      new Map<Audience, Audience>(),
      kept.course.audiences,
      read.course.audiences,
      byId,
    ),
    objectives: matchGreedily(
      new Map(),
      kept.objectives,
      read.objectives,
      by(({ objective }) => objective.id),
    ),
    sections: matchGreedily(new Map<Section, Section>(), kept.course.sections, read.course.sections, byId),
    resources: matchGreedily(
      new Map(),
      kept.resources,
      read.resources,
      by(({ thing }) => thing.id),
    ),
    videos: matchGreedily(
      new Map(),
      kept.videos,
      read.videos,
      by(({ thing }) => thing.address),
    ),
  };
}
