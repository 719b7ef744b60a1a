import type { Course, Resource } from '../courses/course.ts';
import { type Address, ancestorsOf, anchorOf, pageOf } from '../sites/address.ts';
import { addressOf } from '../sites/index.ts';
import { followMoves, type MovesTable } from '../sites/moves.ts';
import type { PageSearch } from '../sites/search-pages.ts';
import type { PageReport } from './audit-pages.ts';

/** How a resource's link stands. */
export type LinkState = 'alive' | 'moved' | 'anchor missing' | 'gone' | 'external';

/** What the audit found of one resource. */
export interface ResourceReport {
  section: string;
  id: string;
  address: Address;
  state: LinkState;
  /** Who says so: a page of the folder, the list of known pages, the table of moves, or the pack itself. */
  by: 'folder' | 'list' | 'table' | 'pack';
  /** Where a resource that moved is now. */
  to?: Address;
  /** Where the pack says that it was before. */
  formerly?: Address[];
  /** The best places for one that is gone without the pack's saying so. */
  candidates?: Address[];
  /** The pack has to be mended: it does not say what the audit found. */
  mend: boolean;
}

/** What is known of the handbook beside the folder. */
export interface Knowledge {
  /** The folder's pages by address. */
  pages: ReadonlyMap<Address, PageReport>;
  finder: PageSearch;
  moves: MovesTable;
  /** Scheme and host of the folder. */
  origin: string;
}

type Finding = Pick<ResourceReport, 'state' | 'by' | 'to'>;

/**
 * How `address` stands. The folder speaks for the pages that it holds; it may hold a part of the handbook only, so of
 * the others the list of known pages and the table of moves tell.
 */
function findingOf(address: Address, { pages, finder, moves, origin }: Knowledge): Finding {
  if (!addressOf(address) || !address.startsWith(`${origin}/`)) return { state: 'external', by: 'pack' };
  const anchor = anchorOf(address);
  const page = pages.get(pageOf(address));
  if (page?.kind === 'content') {
    return { state: anchor && !page.headings.includes(anchor) ? 'anchor missing' : 'alive', by: 'folder' };
  }
  if (!page && finder.knows(address)) return { state: 'alive', by: 'list' };
  const by = page?.movedTo ? 'folder' : 'table';
  const target = page?.movedTo ?? followMoves(moves, address);
  // A site sends the readers of a page that it has dropped to one above it: nothing of the resource is there.
  const dropped = target && ancestorsOf(address).includes(pageOf(target));
  const there =
    target && (!target.startsWith(`${origin}/`) || pages.has(pageOf(target)) || finder.knows(target));
  return there && !dropped
    ? { state: 'moved', by, to: target }
    : { state: 'gone', by: page ? 'folder' : 'list' };
}

function reportOf(section: string, resource: Resource, knowledge: Knowledge): ResourceReport {
  const { id, address, gone = false, formerly } = resource;
  const found = findingOf(address, knowledge);
  const report = { section, id, address, ...found, ...(formerly && { formerly }) };
  if (gone) return { ...report, mend: found.state !== 'gone' };
  if (found.state === 'gone') {
    const candidates = knowledge.finder.candidatesFor(address).map((candidate) => candidate.address);
    return { ...report, candidates, mend: true };
  }
  // The pack has followed the move already: the address that it gives is alive.
  if (found.state === 'alive' && formerly)
    return { ...report, state: 'moved', by: 'pack', to: address, mend: false };
  return { ...report, mend: found.state !== 'alive' && found.state !== 'external' };
}

/** How every resource of `course` stands, in its order. */
export function auditResources(course: Course, knowledge: Knowledge): ResourceReport[] {
  return course.sections.flatMap(({ id, resources }) =>
    resources.map((resource) => reportOf(id, resource, knowledge)),
  );
}
