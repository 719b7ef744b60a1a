import { i18n } from '#i18n';
import { knownCourses } from '../../catalog/course-index.ts';
import { courseFinder, type Found as FoundInCourse } from '../../courses/search.ts';
import { readNotes } from '../../progress/notes.ts';
import type { Note } from '../../progress/records.ts';
import { pageOf } from '../../sites/address.ts';
import { addressOf } from '../../sites/index.ts';
import { quotedAddress } from '../../sites/quote.ts';
import { findInHandbook } from './handbook-finder.ts';
import type { Found } from './Search.tsx';

/** Something that was found, and what it is in a course, if it is in one. */
export type FoundHere = Found & { of?: FoundInCourse<Note> };

/** The address that a found thing leads to, which a new tab can open. */
function addressOfFound(found: FoundInCourse<Note>): string {
  const { course } = found;
  const section = (id: string | undefined) => {
    const anchor = course.sections.find((each) => each.id === id)?.anchor;
    return anchor ? `${course.address}#${anchor}` : course.address;
  };
  switch (found.kind) {
    case 'section':
      return section(found.section.id);
    case 'objective':
      return section(found.objective.sections[0]);
    case 'note': {
      const { address, quote, about } = found.note;
      if (quote) return quotedAddress(address, quote);
      const resources = course.sections.flatMap(({ resources }) => resources);
      return resources.find(({ id, gone }) => id === about.id && !gone)?.address ?? course.address;
    }
    default:
      return found.resource.address;
  }
}

function inWords(found: FoundInCourse<Note>): FoundHere {
  const { title, within, course, kind } = found;
  const folders = [course.title, within].filter(Boolean).join(' / ');
  return { address: addressOfFound(found), title, folders, kind: i18n.t(`find.kind.${kind}`), of: found };
}

const pageAt = (address: string) => pageOf(addressOf(address) ?? address);

/**
 * Makes the search in all courses with the reader's notes, the course with the id `current` first, and in the handbook. What
 * stands in a course comes before the handbook's pages, and a page that is a resource stands once. Notes that cannot be read are left out.
 */
export async function searchFrom(current: string): Promise<(query: string, most: number) => FoundHere[]> {
  const courses = [...knownCourses()].sort((a, b) => Number(b.id === current) - Number(a.id === current));
  const notes = await readNotes(courses.map(({ id }) => id)).catch(() => new Map());
  const find = courseFinder<Note>(courses, notes);
  return (query, most) => {
    const inCourses = find(query, most).map(inWords);
    const there = new Set(
      inCourses.flatMap(({ of, address }) => (of && 'resource' in of ? pageAt(address) : [])),
    );
    const pages = findInHandbook(query, most).filter(({ address }) => !there.has(address));
    // A page is meant as well where a course has many things of that name.
    const room = Math.max(most - pages.length, most >> 1);
    return [...inCourses.slice(0, room), ...pages].slice(0, most);
  };
}
