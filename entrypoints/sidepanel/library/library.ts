import type { Course } from '../../../courses/course.ts';
import type { KeptCourse, KeptCourses } from '../../../progress/courses.ts';

/** A course of the library, archived ones among them. */
export interface LibraryCourse extends KeptCourse {
  /** Not there where the pack is on another computer only, or does not fit. */
  pack: Course | undefined;
  /** Whether a pack is kept here, be it one that does not fit. */
  packed: boolean;
}

/**
 * All courses that were not removed, in the reader's order: those that are built in, and those that are kept.
 * @param packs the courses of the kept packs by their ids; undefined for a pack that does not fit
 */
export function libraryOf(
  builtIn: readonly Course[],
  kept: readonly KeptCourse[],
  packs: ReadonlyMap<string, Course | undefined>,
): LibraryCourse[] {
  const records = new Map(kept.flatMap((each) => (each.removed ? [] : [[each.id, each]])));
  const own = builtIn.map((pack, at): LibraryCourse => {
    const record = records.get(pack.id);
    const { archived, place } = record?.source === 'built-in' ? record : { archived: false, place: at };
    const { id, title } = pack;
    return {
      id,
      source: 'built-in',
      address: '',
      title,
      archived,
      removed: false,
      place,
      pack,
      packed: true,
    };
  });
  const ownIds = new Set(builtIn.map(({ id }) => id));
  const others = [...records.values()]
    .filter(({ id, source }) => source !== 'built-in' && !ownIds.has(id))
    .map((record) => ({ ...record, pack: packs.get(record.id), packed: packs.has(record.id) }));
  return [...own, ...others].sort((a, b) => a.place - b.place);
}

/** The place of a course that comes after all that there are: `builtIn` ones, which may have no records, and `kept` ones. */
export function placeAfter(builtIn: readonly Course[], kept: readonly KeptCourse[]): number {
  return Math.max(builtIn.length, ...kept.map(({ place }) => place + 1));
}

/**
 * The records of `library` that change when the course with this id changes places with the next one, up or down, that is
 * archived or not as it is; the course itself first. None at the end of the list.
 */
export function movedBy(library: readonly LibraryCourse[], id: string, by: -1 | 1): KeptCourse[] {
  const moving = library.find((each) => each.id === id);
  if (!moving) return [];
  const alike = library.filter(({ archived }) => archived === moving.archived);
  const other = alike[alike.indexOf(moving) + by];
  if (!other) return [];
  const swapped = library.map((each) => (each === moving ? other : each === other ? moving : each));
  return swapped
    .flatMap((each, place) => (each.place === place ? [] : [{ ...recordOf(each), place }]))
    .sort((a, b) => Number(b.id === id) - Number(a.id === id));
}

/** The record of a course of the library. */
export function recordOf({ pack: _, packed: __, ...record }: LibraryCourse): KeptCourse {
  return record;
}

/** Which courses are kept, where nothing of it can be read. */
export const NOTHING_KEPT: KeptCourses = { courses: [], packs: new Map(), words: new Map() };
