import { type Address, ancestorsOf, anchorOf, pageOf, withAnchor } from '../sites/address.ts';
import type { Course, Resource, Section } from './course.ts';
import { chainOf, type Outline } from './outline.ts';

/**
 * Why a page belongs to a section, from the most to the least certain. `opened` is for a page elsewhere, whose address
 * Waymark can't see, but which was opened from the panel.
 */
export type Reason = 'heading' | 'page' | 'moved' | 'coursePage' | 'within' | 'opened';

/** The answer to "where in the course is this page?". */
export interface Match {
  course: Course;
  reason: Reason;
  /** Undefined on the course page, outside its sections. */
  section: Section | undefined;
  /**
   * The resource being read, or for `within` the one above the page. Undefined if several are on the page and
   * none of their headings is being read.
   */
  resource: Resource | undefined;
  /** All resources of the section that are on the page, including the one being read. */
  resources: Resource[];
}

/** The resource that is being read: none on a page that is only below one. */
export const resourceRead = (match: Match | undefined): Resource | undefined =>
  match?.reason === 'within' ? undefined : match?.resource;

/** Returns the addresses that a known move connects with the given one, canonical if they are a handbook's. */
export type MovedAddresses = (address: Address) => Address[];

/** A page that a course links to, or a heading on one. */
interface Place {
  course: Course;
  section: Section | undefined;
  /** Undefined for the course page and the sections on it. */
  resource: Resource | undefined;
  /** The reason it gives for its page, while no heading is being read. */
  reason: Reason;
  /** Id of the heading in the address; '' for the whole page. */
  anchor: string;
}

/** The matches of some courses by address. The list of each address begins with the most certain match. */
export interface CourseIndex {
  /** Matches by page, and by page with the anchor of the heading being read. */
  at: Map<Address, Match[]>;
  /** Matches of the subpages of a page. The folder of each such page has an entry, too, so that most other addresses are ruled out at once. */
  below: Map<Address, Match[]>;
}

const ORDER: Reason[] = ['heading', 'page', 'moved', 'coursePage', 'within'];
const byRank = (a: { reason: Reason }, b: { reason: Reason }) =>
  ORDER.indexOf(a.reason) - ORDER.indexOf(b.reason);

/**
 * Returns the folder of a page that may speak for its subpages, or ''. A resource speaks for its subpages if it names no heading and
 * is in a specific folder: at least three levels below `/handbook/`, or below the host on a site without `/handbook/`. A department's
 * front page (one or two levels) says nothing about the hundreds of pages below it, nor does a list by tag.
 */
const folderOf = (page: Address) =>
  /^https:\/\/[^/]+(?:\/handbook|(?!\/(?:handbook|tags)\/))(?:\/[^/]+){3}\//.exec(page)?.[0] ?? '';

/** Returns a course's match for a page with these `places`, the most certain first, while `heading` is being read. */
function matchOn(places: Place[], heading: string): Match {
  const read = places.find(({ anchor }) => anchor && anchor === heading);
  const surest = places.filter(({ reason }) => reason === places[0]?.reason);
  const whole = surest.find(({ anchor }) => !anchor);
  const { course, section, resource, reason } = read ?? whole ?? (surest[0] as Place);
  const one = surest.every((place) => place.resource === resource);
  return {
    course,
    section,
    resource: read || whole || one ? resource : undefined,
    reason: read && reason === 'page' ? 'heading' : reason,
    resources: [
      ...new Set(places.flatMap((each) => (each.section === section && each.resource ? each.resource : []))),
    ],
  };
}

function push<Value>(lists: Map<string, Value[]>, key: string, ...values: Value[]): void {
  const list = lists.get(key);
  if (list) list.push(...values);
  else lists.set(key, values);
}

/** Returns the places of `course` by page, each list with the most certain first. */
function placesOf(course: Course, moved: MovedAddresses = () => []): Map<Address, Place[]> {
  const places = new Map<Address, Place[]>();
  const add = (address: Address, reason: Reason, section?: Section, resource?: Resource) =>
    push(places, pageOf(address), { course, section, resource, reason, anchor: anchorOf(address) });
  const addResource = (section: Section, resource: Resource) => {
    const named = [resource.address, ...(resource.formerly ?? [])];
    for (const address of new Set([...named, ...named.flatMap(moved)])) {
      const own = address === resource.address && !resource.movedBy;
      add(address, own ? 'page' : 'moved', section, resource);
    }
  };
  for (const section of course.sections)
    for (const resource of section.resources) addResource(section, resource);
  for (const address of [course.address, ...moved(course.address)]) {
    add(address, 'coursePage');
    for (const section of course.sections) add(`${address}#${section.anchor}`, 'coursePage', section);
  }
  for (const named of places.values()) named.sort(byRank);
  return places;
}

/** Adds a course's matches for `page`, which has these `places`, to `index`. */
function addPage(index: CourseIndex, page: Address, places: Place[]): void {
  for (const anchor of new Set(['', ...places.map((place) => place.anchor)])) {
    push(index.at, withAnchor(page, anchor), matchOn(places, anchor));
  }
  const speaking = places.find(({ resource, anchor }) => resource && !anchor);
  const folder = folderOf(page);
  if (speaking && folder) {
    push(index.below, folder);
    push(index.below, page, { ...matchOn([speaking], ''), reason: 'within' });
  }
}

/** Does what `indexCourses` does, one course per step, so that the caller can yield to the main thread in between. */
export function* indexInSteps(
  courses: readonly Course[],
  moved?: MovedAddresses,
): Generator<void, CourseIndex> {
  const index: CourseIndex = { at: new Map(), below: new Map() };
  for (const course of courses) {
    for (const [page, places] of placesOf(course, moved)) addPage(index, page, places);
    yield;
  }
  for (const matches of index.at.values()) matches.sort(byRank);
  return index;
}

/**
 * Indexes `courses`, whose addresses must be canonical. If two resources have the same address, the earlier comes
 * first. With `moved`, a page is found by its old and its new address.
 */
export function indexCourses(courses: readonly Course[], moved?: MovedAddresses): CourseIndex {
  const steps = indexInSteps(courses, moved);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/**
 * Finds a page in each of the indexed courses, with the most certain reason of each. Returns an empty list if it is in
 * none. The course with the id `current` comes first, the others by reason and then in the order of the index.
 * The anchor of `address` is the heading being read. With `outline`, the page's headings in their order, a heading
 * below a resource's heading counts for that resource.
 */
export function matchesOf(
  index: CourseIndex,
  address: Address,
  outline: readonly Outline[] = [],
  current?: string,
): Match[] {
  const page = pageOf(address);
  const matches: Match[] = [];
  const look = (places: Map<Address, Match[]>, at: Address) => matches.push(...(places.get(at) ?? []));
  const anchor = anchorOf(address);
  // Rebuilt, because an address elsewhere may escape its anchor in any way, and the index has one form.
  look(index.at, withAnchor(page, anchor));
  if (anchor) {
    for (const id of chainOf(anchor, outline)) look(index.at, withAnchor(page, id));
    look(index.at, page);
  }
  if (index.below.has(folderOf(page))) for (const above of ancestorsOf(page)) look(index.below, above);
  if (matches.length < 2) return matches;
  const rank = ({ course, reason }: Match) => (course.id === current ? -1 : ORDER.indexOf(reason));
  return matches
    .filter(({ course }, at) => matches.findIndex((match) => match.course === course) === at)
    .sort((a, b) => rank(a) - rank(b));
}

/** Returns the first match of `matchesOf`, or undefined if the page is in no course. */
export function matchAddress(
  index: CourseIndex,
  address: Address,
  outline?: readonly Outline[],
  current?: string,
): Match | undefined {
  const there = index.at.get(address) ?? [];
  const first = current ? there.find(({ course }) => course.id === current) : there[0];
  // No reason is better than a heading, or the page itself if no heading is read. Most pages need no further look.
  if (first && (first.reason === 'heading' || !address.includes('#'))) return first;
  return matchesOf(index, address, outline, current)[0];
}
