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

interface Entry {
  course: Course;
  section: Section;
  resource: Resource;
  reason: 'heading' | 'page' | 'moved';
}

/** The resources of some courses by the addresses they have or had, with and without their anchors. */
export interface CourseIndex {
  courses: Map<Address, Course>;
  entries: Map<Address, Entry[]>;
}

const RANK: Reason[] = ['heading', 'page', 'moved'];

/**
 * A resource speaks for the pages below it when it names no heading and lies at least this many folders below
 * `/handbook/`. A department's front page (one or two folders) says nothing of the hundreds of pages below it.
 */
const SPECIFIC_DEPTH = 3;

function speaksForPagesBelow(address: Address): boolean {
  const folders = new URL(address).pathname.split('/').filter(Boolean);
  return !address.includes('#') && folders[0] === 'handbook' && folders.length > SPECIFIC_DEPTH;
}

/** An index of `courses`, whose addresses are canonical; of two that claim one address the earlier comes first. */
export function indexCourses(courses: readonly Course[]): CourseIndex {
  const entries = new Map<Address, Entry[]>();
  const add = (address: Address, entry: Entry) => {
    const known = entries.get(address);
    if (known) known.push(entry);
    else entries.set(address, [entry]);
  };
  for (const course of courses) {
    for (const section of course.sections) {
      for (const resource of section.resources) {
        for (const [place, address] of [resource.address, ...(resource.formerly ?? [])].entries()) {
          const page = pageOf(address);
          const at = { course, section, resource };
          add(page, { ...at, reason: place > 0 ? 'moved' : 'page' });
          if (page !== address) add(address, { ...at, reason: place > 0 ? 'moved' : 'heading' });
        }
      }
    }
  }
  return { entries, courses: new Map(courses.map((course) => [course.address, course])) };
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

function best(entries: Entry[]): Entry[] {
  const first = Math.min(...entries.map(({ reason }) => RANK.indexOf(reason)));
  return entries.filter(({ reason }) => RANK.indexOf(reason) === first);
}

function matchResource(index: CourseIndex, address: Address, chain: string[]): Match | undefined {
  const page = pageOf(address);
  const onPage = index.entries.get(page);
  if (!onPage) return undefined;
  for (const anchor of chain) {
    const read = anchor && index.entries.get(`${page}#${encodeURIComponent(anchor)}`);
    const [entry] = read ? best(read) : [];
    if (entry) return matchOf(entry, onPage, entry.resource);
  }
  const candidates = best(onPage);
  const [first] = candidates;
  const whole = candidates.find(({ resource }) => !resource.address.includes('#'));
  const only = new Set(candidates.map(({ resource }) => resource)).size === 1 ? first : undefined;
  const entry = whole ?? only;
  return first && matchOf(entry ?? first, onPage, entry?.resource);
}

function matchOf({ course, section, reason }: Entry, onPage: Entry[], resource: Resource | undefined): Match {
  const here = onPage.filter((entry) => entry.section === section).map((entry) => entry.resource);
  return { course, section, resource, reason, resources: [...new Set(here)] };
}

function matchCoursePage(index: CourseIndex, address: Address, chain: string[]): Match | undefined {
  const course = index.courses.get(pageOf(address));
  if (!course) return undefined;
  const section = chain
    .map((anchor) => course.sections.find((candidate) => candidate.anchor === anchor))
    .find(Boolean);
  return { course, section, resource: undefined, reason: 'coursePage', resources: [] };
}

function matchWithin(index: CourseIndex, address: Address): Match | undefined {
  for (const above of ancestorsOf(address)) {
    const entry = index.entries
      .get(above)
      ?.find(({ resource: { address, formerly = [] } }) =>
        [address, ...formerly].some((own) => own === above && speaksForPagesBelow(own)),
      );
    if (entry) return { ...matchOf(entry, [entry], entry.resource), reason: 'within' };
  }
  return undefined;
}

/**
 * Where in the indexed courses a page is, by the surest reason that holds; undefined where it is in none.
 * The heading being read is the address's anchor; `outline`, the page's headings in their order, lets a
 * heading below a resource's heading count for that resource.
 */
export function matchAddress(
  index: CourseIndex,
  address: Address,
  outline: readonly Outline[] = [],
): Match | undefined {
  const chain = chainOf(anchorOf(address), outline);
  return (
    matchResource(index, address, chain) ??
    matchCoursePage(index, address, chain) ??
    matchWithin(index, address)
  );
}
