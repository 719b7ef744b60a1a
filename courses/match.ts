import { type Address, ancestorsOf, anchorOf, pageOf, withAnchor } from '../sites/address.ts';
import type { Course, Resource, Section } from './course.ts';
import { chainOf, type Outline } from './outline.ts';

/**
 * Why a page belongs to a section, from the surest to the weakest; `opened` is of a page elsewhere that cannot be seen,
 * but was opened from the panel.
 */
export type Reason = 'heading' | 'page' | 'moved' | 'coursePage' | 'within' | 'opened';

/** The answer to "where in the course is this page?". */
export interface Match {
  course: Course;
  reason: Reason;
  /** Not there on the course's own page outside its sections. */
  section: Section | undefined;
  /**
   * The resource being read, for `within` the one above the page; not there where the page holds several and
   * none of their headings is being read.
   */
  resource: Resource | undefined;
  /** All resources of the section that the page holds, the one being read among them. */
  resources: Resource[];
}

/** The addresses that a known move connects with one, canonical where they are a handbook's. */
export type MovedAddresses = (address: Address) => Address[];

/** A place that a course names: a page, or a heading on one. */
interface Place {
  course: Course;
  section: Section | undefined;
  /** Not there for the course's own page and the sections on it. */
  resource: Resource | undefined;
  /** The reason that it gives its page, before a heading is read. */
  reason: Reason;
  /** Id of the heading that the address names; '' for the whole page. */
  anchor: string;
}

/** What some courses say of the pages that they name; the matches of one address are the surest first. */
export interface CourseIndex {
  /** Matches by page, and by page with the anchor of the heading being read. */
  at: Map<Address, Match[]>;
  /** Matches of the pages below one; the specific folder that it is in is known here, too, if only as empty. */
  below: Map<Address, Match[]>;
}

const ORDER: Reason[] = ['heading', 'page', 'moved', 'coursePage', 'within'];
const byRank = (a: { reason: Reason }, b: { reason: Reason }) =>
  ORDER.indexOf(a.reason) - ORDER.indexOf(b.reason);

/**
 * A resource speaks for the pages below it when it names no heading and lies at least three folders below
 * `/handbook/`, or where there is none below its host: in a specific folder. A department's front page (one or two folders) says nothing of the hundreds of
 * pages below it, nor does a list by tag.
 */
const folderOf = (page: Address) =>
  /^https:\/\/[^/]+(?:\/handbook|(?!\/(?:handbook|tags)\/))(?:\/[^/]+){3}\//.exec(page)?.[0] ?? '';

/** What a course says of a page on which it names `places`, the surest first, while `heading` is being read. */
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

/** The places that `course` names, by page, the surest of a page first. */
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

/** Adds to `index` what a course says of `page`, on which it names `places`. */
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
 * An index of `courses`, whose addresses are canonical. Of two resources that claim one address the earlier comes
 * first. With `moved`, a page is found on both sides of a known move.
 */
export function indexCourses(courses: readonly Course[], moved?: MovedAddresses): CourseIndex {
  const steps = indexInSteps(courses, moved);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/**
 * Where in each of the indexed courses a page is, by the surest reason that holds there; empty where it is in
 * none. The course with the id `current` comes first, then the surest reason, then the order of the index.
 * The heading being read is the address's anchor; `outline`, the page's headings in their order, lets a heading
 * below a resource's heading count for that resource.
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
  // Made anew, since an address elsewhere is as its author wrote it, and the index has every anchor in one escaping.
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

/** The first of the matches that `matchesOf` gives; undefined where the page is in no course. */
export function matchAddress(
  index: CourseIndex,
  address: Address,
  outline?: readonly Outline[],
  current?: string,
): Match | undefined {
  const there = index.at.get(address) ?? [];
  const first = current ? there.find(({ course }) => course.id === current) : there[0];
  // Nothing is surer than a heading, or the page itself where no heading is read: most pages need no further look.
  if (first && (first.reason === 'heading' || !address.includes('#'))) return first;
  return matchesOf(index, address, outline, current)[0];
}
