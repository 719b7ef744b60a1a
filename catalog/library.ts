import type { Course } from '../courses/course.ts';
import type { StoredCourse, StoredCourses } from '../progress/courses.ts';

/** A course of the library, archived ones among them. */
export interface LibraryCourse extends StoredCourse {
  /** Not there where the pack is on another computer only, or does not fit. */
  pack: Course | undefined;
  /** Whether a pack is kept here, be it one that does not fit. */
  packed: boolean;
  /** The organisation has set it: its pack counts, whatever is built in or kept under its id. */
  managed: boolean;
}

/**
 * The courses of `managed` that have their place beside the reader's own: not those whose id is that of the course of another
 * page, since what the reader did in the one would show in the other.
 */
export function managedWithoutConflicts(
  managed: readonly Course[],
  kept: readonly StoredCourse[],
  packs: ReadonlyMap<string, Course | undefined>,
): Course[] {
  const own = new Map(
    kept.flatMap(({ id, source, removed, address }) =>
      removed || source === 'built-in' ? [] : [[id, packs.get(id)?.address ?? address]],
    ),
  );
  return managed.filter(({ id, address }) => (own.get(id) ?? address) === address);
}

/** The courses that no reader can remove: `builtIn` ones and `managed` ones, which stand in for those with their ids. */
export function builtInAndManaged(builtIn: readonly Course[], managed: readonly Course[]): Course[] {
  const all = new Map([...builtIn, ...managed].map((course) => [course.id, course]));
  return [...all.values()];
}

/**
 * All courses that were not removed, in the reader's order: those that are built in, that the organisation has set, and that are kept.
 * @param packs the courses of the kept packs by their ids; undefined for a pack that does not fit
 */
export function libraryOf(
  builtIn: readonly Course[],
  kept: readonly StoredCourse[],
  packs: ReadonlyMap<string, Course | undefined>,
  managed: readonly Course[] = [],
): LibraryCourse[] {
  const records = new Map(kept.flatMap((each) => (each.removed ? [] : [[each.id, each]])));
  const set = managedWithoutConflicts(managed, kept, packs);
  const own = builtInAndManaged(builtIn, set).map((pack, at): LibraryCourse => {
    const { id, title } = pack;
    const isSet = set.includes(pack);
    const record = records.get(id);
    // What the reader keeps under the id of a course that is set stays theirs: it comes back when it is set no more.
    const mine = record?.source === 'built-in' || isSet ? record : undefined;
    return {
      id,
      source: 'built-in',
      address: '',
      archived: false,
      removed: false,
      place: at,
      ...mine,
      title,
      pack,
      packed: true,
      managed: isSet,
    };
  });
  const ownIds = new Set(own.map(({ id }) => id));
  const others = [...records.values()]
    .filter(({ id, source }) => source !== 'built-in' && !ownIds.has(id))
    .map((record) => ({
      ...record,
      pack: packs.get(record.id),
      packed: packs.has(record.id),
      managed: false,
    }));
  return [...own, ...others].sort((a, b) => a.place - b.place);
}

/** The place of a course that comes after all that there are: `builtIn` ones, which may have no records, and `kept` ones. */
export function placeAfter(builtIn: readonly Course[], kept: readonly StoredCourse[]): number {
  return Math.max(builtIn.length, ...kept.map(({ place }) => place + 1));
}

/**
 * The records of `library` that change when the course with this id changes places with the next one, up or down, that is
 * archived or not as it is; the course itself first. None at the end of the list.
 */
export function recordsAfterMove(library: readonly LibraryCourse[], id: string, by: -1 | 1): StoredCourse[] {
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
export function recordOf({ pack: _, packed: __, managed: ___, ...record }: LibraryCourse): StoredCourse {
  return record;
}

/** Which courses are kept, where nothing of it can be read. */
export const NOTHING_STORED: StoredCourses = { courses: [], packs: new Map(), words: new Map() };
