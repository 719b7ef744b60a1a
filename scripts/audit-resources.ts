import type { Course, Resource } from '../courses/course.ts';
import { type Address, ancestorsOf, anchorOf, pageOf } from '../sites/address.ts';
import { addressOf } from '../sites/index.ts';
import { followMoves, type MovesTable } from '../sites/moves.ts';
import type { PageSearch } from '../sites/search-pages.ts';
import type { PageReport } from './audit-pages.ts';

/** The state of a resource's link. */
export type LinkState = 'alive' | 'moved' | 'anchor missing' | 'gone' | 'external';

/** What the audit found of one resource. */
export interface ResourceReport {
  section: string;
  id: string;
  address: Address;
  state: LinkState;
  /** The source: a page in the folder, the list of known pages, the table of moves, or the pack itself. */
  by: 'folder' | 'list' | 'table' | 'pack';
  /** Where a resource that moved is now. */
  to?: Address;
  /** Its former addresses by the pack. */
  formerly?: Address[];
  /** The most similar pages, if it is gone and the pack doesn't say so. */
  candidates?: Address[];
  /** Whether the pack must be fixed, because it doesn't say what the audit found. */
  mustFix: boolean;
}

/** What is known about the handbook, from the folder and the built-in tables. */
export interface Knowledge {
  /** The folder's pages by address. */
  pages: ReadonlyMap<Address, PageReport>;
  pageSearch: PageSearch;
  moves: MovesTable;
  /** Scheme and host of the folder. */
  origin: string;
}

type Finding = Pick<ResourceReport, 'state' | 'by' | 'to'>;

/**
 * Finds the state of a link. Pages in the folder are looked up there. The folder may be only a part of the handbook, so the
 * list of known pages and the table of moves are used for all others.
 */
function findingOf(address: Address, { pages, pageSearch, moves, origin }: Knowledge): Finding {
  if (!addressOf(address) || !address.startsWith(`${origin}/`)) return { state: 'external', by: 'pack' };
  const anchor = anchorOf(address);
  const page = pages.get(pageOf(address));
  if (page?.kind === 'content') {
    return { state: anchor && !page.headings.includes(anchor) ? 'anchor missing' : 'alive', by: 'folder' };
  }
  if (!page && pageSearch.knows(address)) return { state: 'alive', by: 'list' };
  const target = page?.movedTo ?? followMoves(moves, address);
  return target && isSuccessor(target, address, { pages, pageSearch, moves, origin })
    ? { state: 'moved', by: page?.movedTo ? 'folder' : 'table', to: target }
    : { state: 'gone', by: page ? 'folder' : 'list' };
}

/** Whether `target`, to which `address` redirects, exists and has the same content. */
function isSuccessor(target: Address, address: Address, { pages, pageSearch, origin }: Knowledge): boolean {
  // Sites redirect removed pages to a parent page, which doesn't have the content of the resource.
  if (ancestorsOf(address).includes(pageOf(target))) return false;
  return !target.startsWith(`${origin}/`) || pages.has(pageOf(target)) || pageSearch.knows(target);
}

function reportOf(section: string, resource: Resource, knowledge: Knowledge): ResourceReport {
  const { id, address, gone = false, formerly } = resource;
  const found = findingOf(address, knowledge);
  const report = { section, id, address, ...found, ...(formerly && { formerly }) };
  if (gone) return { ...report, mustFix: found.state !== 'gone' };
  if (found.state === 'gone') {
    const candidates = knowledge.pageSearch.suggestPages(address).map((candidate) => candidate.address);
    return { ...report, candidates, mustFix: true };
  }
  // The pack already has the new address.
  if (found.state === 'alive' && formerly)
    return { ...report, state: 'moved', by: 'pack', to: address, mustFix: false };
  return { ...report, mustFix: found.state !== 'alive' && found.state !== 'external' };
}

/** The state of every resource of `course`, in its order. */
export function auditResources(course: Course, knowledge: Knowledge): ResourceReport[] {
  return course.sections.flatMap(({ id, resources }) =>
    resources.map((resource) => reportOf(id, resource, knowledge)),
  );
}
