import { builtInCourses } from '../assets/courses/index.ts';
import type { Course } from '../courses/course.ts';
import { readPack } from '../courses/read-pack.ts';
import { readCourses, type StoredCourse, type StoredCourses } from '../progress/courses.ts';
import { createYielder } from '../progress/yielder.ts';
import { type Managed, readManaged } from './managed.ts';

/** A course of the library, archived or not. */
export interface LibraryCourse extends StoredCourse {
  /** Undefined if the pack is only on another computer, or isn't valid. */
  pack: Course | undefined;
  /** Whether a pack is stored here, valid or not. */
  packed: boolean;
  /** Set by the organisation, whose pack replaces one that is built in or stored under its id. */
  managed: boolean;
}

/** The library: what is stored, including removed courses, and the courses that result from it. */
export interface Library extends StoredCourses {
  /** The courses of the stored packs by their ids; undefined for a pack that isn't valid. */
  checked: ReadonlyMap<string, Course | undefined>;
  managed: Managed;
  /** The organisation's courses that are in the library. */
  managedCourses: Course[];
  /** All courses that weren't removed, in the reader's order. */
  library: LibraryCourse[];
}

/** The value to use before anything is read, or if nothing can be read. */
export const NOTHING_STORED: StoredCourses = { courses: [], packs: new Map(), words: new Map() };

/**
 * Reads the library: what is built in, set by the organisation, and stored.
 * @param stored what is stored, if it was read before
 * @throws Fault if progress can't be read
 */
export async function readLibrary(stored: Promise<StoredCourses> = readCourses()): Promise<Library> {
  const [read, managed] = await Promise.all([stored, readManaged()]);
  const checked = await checkPacks(read.packs);
  return {
    ...read,
    checked,
    managed,
    managedCourses: managedWithoutConflicts(managed.courses, read.courses, checked),
    library: libraryOf(builtInCourses, read.courses, checked, managed.courses),
  };
}

/** The packs that were checked, so that each text is checked only once. */
const checkedPacks = new Map<string, { text: string; course: Course | undefined }>();

function checkPack(id: string, text: string): Course | undefined {
  try {
    const read = readPack(JSON.parse(text));
    return 'course' in read && read.course.id === id ? read.course : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Checks stored packs, which may be of another version or damaged.
 * @param packs their texts by the ids of their courses
 * @returns the courses by their ids, the same objects as long as a text stays the same; undefined for a pack that isn't valid
 */
export async function checkPacks(
  packs: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, Course | undefined>> {
  const courses = new Map<string, Course | undefined>();
  const rest = createYielder(10);
  for (const [id, text] of packs) {
    let known = checkedPacks.get(id);
    if (known?.text !== text) {
      await rest();
      known = { text, course: checkPack(id, text) };
      checkedPacks.set(id, known);
    }
    courses.set(id, known.course);
  }
  return courses;
}

/**
 * The courses of `managed` without those that have the id of a stored course of another page: progress in one would show in the other.
 */
function managedWithoutConflicts(
  managed: readonly Course[],
  stored: readonly StoredCourse[],
  packs: ReadonlyMap<string, Course | undefined>,
): Course[] {
  const own = new Map(
    stored.flatMap(({ id, source, removed, address }) =>
      removed || source === 'built-in' ? [] : [[id, packs.get(id)?.address ?? address]],
    ),
  );
  return managed.filter(({ id, address }) => (own.get(id) ?? address) === address);
}

/** The courses that no reader can remove. A managed course replaces the built-in one with its id. */
export function builtInAndManaged(builtIn: readonly Course[], managed: readonly Course[]): Course[] {
  const all = new Map([...builtIn, ...managed].map((course) => [course.id, course]));
  return [...all.values()];
}

/**
 * All courses that weren't removed, in the reader's order: built-in, managed and stored ones.
 * @param packs the courses of the stored packs by their ids; undefined for a pack that isn't valid
 */
export function libraryOf(
  builtIn: readonly Course[],
  stored: readonly StoredCourse[],
  packs: ReadonlyMap<string, Course | undefined>,
  managed: readonly Course[] = [],
): LibraryCourse[] {
  const records = new Map(stored.flatMap((each) => (each.removed ? [] : [[each.id, each]])));
  const set = managedWithoutConflicts(managed, stored, packs);
  const own = builtInAndManaged(builtIn, set).map((pack, at): LibraryCourse => {
    const { id, title } = pack;
    const isManaged = set.includes(pack);
    const record = records.get(id);
    // The reader's own course with the id of a managed one is hidden, and comes back once the policy no longer sets that id.
    const placed = record?.source === 'built-in' || isManaged ? record : undefined;
    return {
      id,
      source: 'built-in',
      address: '',
      archived: false,
      removed: false,
      place: at,
      ...placed,
      title,
      pack,
      packed: true,
      managed: isManaged,
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

/** The place of a new course, after all others: built-in ones, which may have no records, and stored ones. */
export function placeAfter(builtIn: readonly Course[], stored: readonly StoredCourse[]): number {
  return Math.max(builtIn.length, ...stored.map(({ place }) => place + 1));
}

/**
 * Moves a course up (-1) or down (1) in its list, the archived courses or the others.
 * @returns the records that change, the moved course first; none at the end of the list or for an unknown id
 */
export function recordsAfterMove(library: readonly LibraryCourse[], id: string, by: -1 | 1): StoredCourse[] {
  const moving = library.find((each) => each.id === id);
  if (!moving) return [];
  const peers = library.filter(({ archived }) => archived === moving.archived);
  const other = peers[peers.indexOf(moving) + by];
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
