import { type Address, ancestorsOf, anchorOf, pageOf } from '../sites/address.ts';
import type { Course, Resource, Section } from './course.ts';

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

/** What the document tells of a heading: enough to know which headings stand below which. */
export interface Outline {
  id: string;
  level: number;
}

/** Where an address leads that has moved, canonical where it is a handbook's; undefined where no move is known. */
export type Follow = (address: Address) => Address | undefined;

/** A place that a course names: a page, or a heading on one. */
interface Place {
  course: Course;
  section?: Section;
  /** Not there for the course's own page and the sections on it. */
  resource?: Resource;
  /** The reason that it gives its page, before a heading is read. */
  reason: Reason;
  /** Id of the heading that the address names; '' for the whole page. */
  anchor: string;
  /** It speaks for the pages below it. */
  speaks: boolean;
}

/** The places that some courses name, by page. */
export interface CourseIndex {
  places: Map<Address, Place[]>;
  follow: Follow | undefined;
}

const ORDER: Reason[] = ['heading', 'page', 'moved', 'coursePage', 'within'];

/**
 * A resource speaks for the pages below it when it names no heading and lies at least three folders below
 * `/handbook/`. A department's front page (one or two folders) says nothing of the hundreds of pages below it.
 */
const SPECIFIC = /^https:\/\/[^/]+\/handbook(?:\/[^/#]+){3,}\/$/;

/**
 * Where `address` leads by `follow`, as far as it tells what the page became: not to a page above it or the
 * front page, where a site sends the readers of a page that it has dropped.
 */
function movedTo(follow: Follow | undefined, address: Address): Address | undefined {
  const target = follow?.(address);
  return target && ![...ancestorsOf(address)].includes(pageOf(target)) ? target : undefined;
}

/**
 * An index of `courses`, whose addresses are canonical. Of two resources that claim one address the earlier
 * comes first. With `follow`, resources and pages are found on both sides of a known move.
 */
export function indexCourses(courses: readonly Course[], follow?: Follow): CourseIndex {
  const places = new Map<Address, Place[]>();
  const add = (address: Address, reason: Reason, named: Pick<Place, 'course' | 'section' | 'resource'>) => {
    const speaks = reason !== 'coursePage' && SPECIFIC.test(address);
    const place = { ...named, reason, anchor: anchorOf(address), speaks };
    const page = pageOf(address);
    const known = places.get(page);
    if (known) known.push(place);
    else places.set(page, [place]);
  };
  for (const course of courses) {
    for (const section of course.sections) {
      for (const resource of section.resources) {
        const own = [resource.address, ...(resource.formerly ?? [])];
        const targets = own.flatMap((address) => movedTo(follow, address) ?? []);
        for (const address of new Set([...own, ...targets])) {
          add(address, address === resource.address ? 'page' : 'moved', { course, section, resource });
        }
      }
    }
    add(course.address, 'coursePage', { course });
    for (const section of course.sections) {
      add(`${course.address}#${section.anchor}`, 'coursePage', { course, section });
    }
  }
  for (const each of places.values()) each.sort((a, b) => ORDER.indexOf(a.reason) - ORDER.indexOf(b.reason));
  return { places, follow };
}

/** The ids of the headings that `anchor` stands below, itself first. Only itself where `outline` lacks it. */
function chainOf(anchor: string, outline: readonly Outline[]): string[] {
  const chain = [anchor];
  let at = outline.findIndex(({ id }) => id === anchor);
  for (let level = outline[at]?.level ?? 0; at > 0 && level > 0; ) {
    const above = outline[--at];
    if (above && above.level < level) {
      chain.push(above.id);
      level = above.level;
    }
  }
  return chain;
}

/** What a course says of a page on which it names `places`, the surest first, while the headings of `chain` are read. */
function matchOn(places: Place[], chain: string[]): Match {
  const read = chain.map((id) => places.find(({ anchor }) => anchor && anchor === id)).find(Boolean);
  const surest = places.filter(({ reason }) => reason === places[0]?.reason);
  const whole = surest.find(({ anchor }) => !anchor);
  const one = new Set(surest.map(({ resource }) => resource)).size === 1;
  const { course, section, resource, reason } = read ?? whole ?? (surest[0] as Place);
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
  const found = new Map<Course, Match>();
  const target = movedTo(index.follow, address);
  const addresses = target ? [address, target] : [address];
  for (const at of addresses) {
    const places = index.places.get(pageOf(at)) ?? [];
    const chain = chainOf(anchorOf(at), outline);
    for (const { course } of places) {
      if (found.has(course)) continue;
      const match = matchOn(
        places.filter((place) => place.course === course),
        chain,
      );
      if (at !== address && match.reason !== 'coursePage') match.reason = 'moved';
      found.set(course, match);
    }
  }
  for (const above of addresses.flatMap((at) => [...ancestorsOf(at)])) {
    for (const place of index.places.get(above) ?? []) {
      if (place.speaks && !found.has(place.course)) {
        found.set(place.course, { ...matchOn([place], []), reason: 'within' });
      }
    }
  }
  const rank = ({ course, reason }: Match) => (course.id === current ? -1 : ORDER.indexOf(reason));
  return [...found.values()].sort((a, b) => rank(a) - rank(b));
}

/** The first of the matches that `matchesOf` gives; undefined where the page is in no course. */
export function matchAddress(
  index: CourseIndex,
  address: Address,
  outline: readonly Outline[] = [],
  current?: string,
): Match | undefined {
  return matchesOf(index, address, outline, current)[0];
}
