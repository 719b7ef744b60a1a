import type { Address } from '../../sites/address.ts';
import type { Audience, Course, Objective, Resource, Section } from '../course.ts';
import { likenessOf, wordSetOf } from '../page/words.ts';
import { by, matchGreedily, type Rule } from './match-greedily.ts';
import { readInPart } from './read-in-part.ts';
import { byRewording } from './rewording.ts';

export type Video = NonNullable<Section['videos']>[number];

/** An objective with its audience; undefined if it is no longer in the course. */
export interface PlacedObjective {
  objective: Pick<Objective, 'id' | 'text'> & Partial<Pick<Objective, 'sections'>>;
  audience: Audience | undefined;
}

/** A resource or video with its section; undefined for a resource that is no longer in the course. */
export interface Placed<Thing> {
  thing: Thing;
  section: Section | undefined;
}

/** Pairs each item of the new version (key) with its counterpart in the stored version (value). */
export interface Matching {
  audiences: Map<Audience, Audience>;
  objectives: Map<PlacedObjective, PlacedObjective>;
  sections: Map<Section, Section>;
  resources: Map<Placed<Resource>, Placed<Resource>>;
  videos: Map<Placed<Video>, Placed<Video>>;
}

/** All items of a course that can be matched, in the course's order. Items that are no longer in the course come last. */
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

/** A rule that scores the similarity of two texts. */
function byLikeness<Thing>(textOf: (each: Thing) => string): Rule<Thing, Thing> {
  const known = new Map<Thing, ReadonlySet<string>>();
  const words = (each: Thing) => {
    const all = known.get(each) ?? wordSetOf(textOf(each));
    known.set(each, all);
    return all;
  };
  return { storedKeys: words, readKeys: words, score: (a, b) => likenessOf(words(a), words(b)) };
}

/** A rule that scores how many parts of two wholes are matched. */
function byContent<Whole, Part>(
  wholeOf: (part: Part) => Whole | undefined,
  parts: Map<Part, Part>,
  idOf: (whole: Whole) => string,
): Rule<Whole, Whole> {
  const counts = new Map<Whole, Map<Whole, number>>();
  for (const [read, stored] of parts) {
    const [after, before] = [wholeOf(read), wholeOf(stored)];
    if (!after || !before) continue;
    const of = counts.get(after) ?? new Map<Whole, number>();
    counts.set(after, of.set(before, (of.get(before) ?? 0) + 1));
  }
  return {
    storedKeys: (stored) => [idOf(stored)],
    readKeys: (read) => [...(counts.get(read)?.keys() ?? [])].map(idOf),
    score: (stored, read) => counts.get(read)?.get(stored) ?? 0,
  };
}

const idOf = ({ id }: { id: string }) => id;
const titleOf = ({ title }: { title: string }) => title;

/**
 * Matches resources by their address, then by former addresses, then by id if the titles are similar as well. The id is
 * made of the address, so in the last case the page has moved.
 */
function sameResources(stored: CourseItems, read: CourseItems): Matching['resources'] {
  const bySimilarTitle = byLikeness(({ thing }: Placed<Resource>) => thing.title);
  const addresses = ({ thing }: Placed<Resource>): Address[] => [thing.address, ...(thing.formerly ?? [])];
  return matchGreedily(
    new Map(),
    stored.resources,
    read.resources,
    by(({ thing }) => thing.address),
    { storedKeys: addresses, readKeys: addresses },
    by(({ thing }) => thing.id, bySimilarTitle.score),
  );
}

/** Returns a function that tells whether an objective serves one of the sections that another one served before, or neither any. */
function inSameSection(read: Course, sections: Matching['sections']) {
  const before = new Map(read.sections.map((section) => [section.id, sections.get(section)?.id]));
  return ({ objective: was }: PlacedObjective, { objective: now }: PlacedObjective): boolean => {
    const [old = [], own = []] = [was.sections, now.sections];
    return own.length === 0 ? old.length === 0 : own.some((id) => old.includes(before.get(id) ?? ''));
  };
}

/**
 * Matches objectives by their text, preferably of the same audience and section, then by a slightly changed text. Ids aren't used:
 * they are made of the first words, which other objectives may share, and a tick must not pass to another objective.
 */
function sameObjectives(
  stored: CourseItems,
  read: CourseItems,
  audiences: Matching['audiences'],
  sections: Matching['sections'],
  isSamePage: boolean,
): Matching['objectives'] {
  const sameAudience = (before: PlacedObjective, after: PlacedObjective) =>
    after.audience !== undefined && audiences.get(after.audience) === before.audience;
  const sameSection = inSameSection(read.course, sections);
  const textOf = ({ objective }: PlacedObjective) => objective.text;
  const byWords = byRewording(textOf, textOf);
  // The section only decides between equally similar texts.
  const score = (a: PlacedObjective, b: PlacedObjective) => {
    const likeness = byWords.score?.(a, b) ?? 0;
    return likeness && likeness + (sameSection(a, b) ? 0.001 : 0);
  };
  const reworded = { ...byWords, score };
  const pairs: Matching['objectives'] = matchGreedily(
    new Map(),
    stored.objectives,
    read.objectives,
    by(textOf, (a, b) => (sameAudience(a, b) ? 2 : 1) + (sameSection(a, b) ? 0.5 : 0)),
    { ...reworded, score: (a, b) => (sameAudience(a, b) ? score(a, b) : 0) },
    reworded,
  );
  if (!isSamePage) return pairs;
  const taken = new Set(pairs.values());
  const were = stored.objectives.filter((each) => !taken.has(each));
  const are = read.objectives.filter((each) => !pairs.has(each));
  for (const [now, was] of readInPart(were.map(textOf), are.map(textOf)))
    pairs.set(are[now] as PlacedObjective, were[was] as PlacedObjective);
  return pairs;
}

/**
 * Matches the items of the new version of a course, as its page has it now, with those of the stored version: also if they were
 * reworded, moved, or are back after they were removed.
 * @param isSamePage whether the page is the same, and only read in another way
 */
export function matchCourses(stored: CourseItems, read: CourseItems, isSamePage = false): Matching {
  const resources = sameResources(stored, read);
  const sections = matchGreedily(
    new Map<Section, Section>(),
    stored.course.sections,
    read.course.sections,
    by(({ anchor }) => anchor),
    by(titleOf),
    by(idOf),
    byLikeness(titleOf),
    byContent(({ section }: Placed<Resource>) => section, resources, idOf),
  );
  const audiences = matchGreedily(
    new Map<Audience, Audience>(),
    stored.course.audiences,
    read.course.audiences,
    by(titleOf),
    by(idOf),
    byLikeness(titleOf),
  );
  const objectives = sameObjectives(stored, read, audiences, sections, isSamePage);
  matchGreedily(
    audiences,
    stored.course.audiences,
    read.course.audiences,
    byContent(({ audience }: PlacedObjective) => audience, objectives, idOf),
  );
  const videos = matchGreedily(
    new Map<Placed<Video>, Placed<Video>>(),
    stored.videos,
    read.videos,
    by(
      ({ thing }) => thing.address,
      (before, after) => (after.section && sections.get(after.section) === before.section ? 2 : 1),
    ),
  );
  return { audiences, objectives, sections, resources, videos };
}

const byId = by(({ id }: { id: string }) => id);

/** Matches the items of two packs of a course by id, because authors of packs keep ids. */
export function matchByIds(stored: CourseItems, read: CourseItems): Matching {
  return {
    audiences: matchGreedily(
      new Map<Audience, Audience>(),
      stored.course.audiences,
      read.course.audiences,
      byId,
    ),
    objectives: matchGreedily(
      new Map(),
      stored.objectives,
      read.objectives,
      by(({ objective }) => objective.id),
    ),
    sections: matchGreedily(new Map<Section, Section>(), stored.course.sections, read.course.sections, byId),
    resources: matchGreedily(
      new Map(),
      stored.resources,
      read.resources,
      by(({ thing }) => thing.id),
    ),
    videos: matchGreedily(
      new Map(),
      stored.videos,
      read.videos,
      by(({ thing }) => thing.address),
    ),
  };
}
