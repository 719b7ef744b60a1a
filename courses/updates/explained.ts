import type { Address } from '../../sites/address.ts';
import type { Course } from '../course.ts';
import { fingerprintOf, hashesIn, type PageLine } from '../page/page-lines.ts';
import { keyOf } from '../page/words.ts';
import type { CourseChange } from './changes.ts';
import { itemsOf } from './matching.ts';

/** What is known of a page on which a course was read in another way than now. */
export interface Evidence {
  /** The page now. */
  lines: readonly PageLine[];
  /** The page when the course was read (`fingerprintOf`); undefined if a version up to 0.3.0 read it, which stored none. */
  before: string | undefined;
  /** The course as it was read then, and as it is read now. */
  stored: Course;
  read: Course;
}

/** Returns a function that finds the addresses of a changed resource or video; none for other items. */
function addressesIn(stored: Course, read: Course): (change: CourseChange) => Address[] {
  const byId = (course: Course) =>
    new Map(
      itemsOf(course).resources.map(({ thing }) => [thing.id, [thing.address, ...(thing.formerly ?? [])]]),
    );
  const [were, are] = [byId(stored), byId(read)];
  return ({ what, how, id }) => {
    if (what === 'video') return [id];
    if (what !== 'resource') return [];
    // A new item has the id that it was read with, unless it returns; any other item has its stored id.
    return (how === 'new' ? are.get(id) : undefined) ?? were.get(id) ?? [];
  };
}

/** Answers what is on the page now, and what was there before. */
function pageOf({ lines, before, stored, read }: Evidence) {
  const text = lines.map(({ key }) => key).join('');
  const linked = new Set(lines.flatMap(({ addresses }) => addresses));
  const known = before === undefined ? undefined : hashesIn(before);
  const addressesOf = addressesIn(stored, read);
  const linesWith = (change: CourseChange) => {
    const addresses = addressesOf(change);
    const linking = lines.filter((line) => line.addresses.some((each) => addresses.includes(each)));
    const key = keyOf(change.title);
    const saying = linking.length > 0 ? linking : lines.filter((line) => key && line.key.includes(key));
    // An item may have several paragraphs.
    return saying.length > 0 ? saying : lines.filter((line) => line.key && key.includes(line.key));
  };
  return {
    /** Whether the page has the text, perhaps as a part of another. */
    says: (title: string) => text.includes(keyOf(title)),
    /** Whether the page links one of the addresses. */
    links: (addresses: readonly Address[]) => addresses.some((address) => linked.has(address)),
    addressesOf,
    /** Whether what changed is in a line that was on the page before; undefined if that isn't known. */
    had: (change: CourseChange) => known && linesWith(change).some(({ hash }) => known.has(hash)),
  };
}

/** Whether the page itself shows that it has changed; undefined if it can't tell. */
function isProven(change: CourseChange, page: ReturnType<typeof pageOf>): boolean | undefined {
  const { how, title } = change;
  const addresses = page.addressesOf(change);
  if (how === 'removed') return !(addresses.length > 0 ? page.links(addresses) : page.says(title));
  if (how === 'reworded') return !page.says(change.before) && page.had(change) !== true;
  if (how === 'moved' && change.to === 'address') return !page.links([change.before]);
  const had = how === 'new' ? page.had(change) : undefined;
  return had === undefined ? undefined : !had;
}

/**
 * Of the changes of a course that was read in another way than now, returns those of the page: others only come from the new reading.
 * Without the page's lines of that time, the page has changed only if it lost something; what is new is then taken for a change, too.
 */
export function changesOfPage(changes: readonly CourseChange[], evidence: Evidence): CourseChange[] {
  if (evidence.before === fingerprintOf(evidence.lines)) return [];
  const page = pageOf(evidence);
  const proofs = changes.map((change) => isProven(change, page));
  const isOpen = evidence.before === undefined && proofs.includes(true);
  return changes.filter((_, at) => proofs[at] ?? isOpen);
}
