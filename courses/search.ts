import { fold, searchWordsOf } from '../text/fold.ts';
import { createWordIndex } from '../text/word-index.ts';
import { createWordSearch, type OtherWords } from '../text/word-search.ts';
import { type Course, type Objective, objectivesOf, type Resource, type Section } from './course.ts';

/** The fields of a note that are searched. */
export interface NoteText {
  about: { kind: 'objective' | 'resource'; id: string };
  text: string;
  quote: string;
}

/** An item of a course with its title, and the title of what contains it. */
export type CourseSearchResult<Note extends NoteText> = { course: Course; title: string; within: string } & (
  | { kind: 'section'; section: Section }
  | { kind: 'objective'; objective: Objective }
  | { kind: 'resource' | 'program'; resource: Resource }
  | { kind: 'note'; note: Note }
);

/** The score of a note that has all words. */
const NOTE = 0.9;
/** The lowest score of a result. */
const FOUND = 0.3;
const LONGEST_QUERY = 200;

/** The sections of a course, each followed by its resources that weren't removed. */
export function sectionsOf<Note extends NoteText>(course: Course): CourseSearchResult<Note>[] {
  return course.sections.flatMap((section): CourseSearchResult<Note>[] => [
    { kind: 'section', course, title: section.title, within: '', section },
    ...section.resources
      .filter(({ gone }) => !gone)
      .map((resource): CourseSearchResult<Note> => {
        const kind = resource.program ? 'program' : 'resource';
        return { kind, course, title: resource.title, within: section.title, resource };
      }),
  ]);
}

function objectivesIn<Note extends NoteText>(course: Course): CourseSearchResult<Note>[] {
  return course.audiences.flatMap((audience) =>
    audience.objectives.map((objective): CourseSearchResult<Note> => {
      const within = course.audiences.length > 1 ? audience.title : '';
      return { kind: 'objective', course, title: objective.text, within, objective };
    }),
  );
}

/** The notes of a course with the title of their objective or resource; '' if that is no longer in the course. */
export function notesIn<Note extends NoteText>(
  course: Course,
  notes: readonly Note[],
): CourseSearchResult<Note>[] {
  const titles = new Map<string, string>();
  for (const { id, text } of objectivesOf(course)) titles.set(`objective ${id}`, text);
  for (const { resources } of course.sections)
    for (const { id, title } of resources) titles.set(`resource ${id}`, title);
  return notes.map((note) => ({
    kind: 'note',
    course,
    title: (note.text || note.quote).replace(/\s+/g, ' ').slice(0, 160).toWellFormed(),
    within: titles.get(`${note.about.kind} ${note.about.id}`) ?? '',
    note,
  }));
}

/** An item of a course that was found, and how well it matches (0 to 1). */
export interface FoundInCourse<Note extends NoteText> {
  item: CourseSearchResult<Note>;
  score: number;
}

/**
 * Returns a function that searches courses and their notes, the best first, then in the order of the courses. The words of the query
 * match in any order, whole or by their beginnings; accents, case and a typo in each don't matter. A note has to have all of them,
 * whole or in part. A query without words has no results.
 * @param notes the notes of each course, by its id
 * @param others what else readers may call what the courses name
 */
export function createCourseSearch<Note extends NoteText>(
  courses: readonly Course[],
  notes: ReadonlyMap<string, readonly Note[]>,
  others: OtherWords,
): (query: string, most: number) => FoundInCourse<Note>[] {
  const all = courses.flatMap((course) => [...sectionsOf<Note>(course), ...objectivesIn<Note>(course)]);
  const texts = all.flatMap((found, item) => {
    const own = 'resource' in found ? found.resource.ownTitle : undefined;
    return [found.title, own]
      .filter((text) => text !== undefined)
      .map((text) => ({ text, item, initials: found.kind !== 'objective' }));
  });
  const search = createWordSearch(createWordIndex(texts, []), others);
  const noted = courses.flatMap((course) =>
    notesIn(course, notes.get(course.id) ?? []).map((item) => ({
      item,
      text: item.kind === 'note' ? fold(`${item.note.text} ${item.note.quote}`) : '',
    })),
  );
  return (query, most) => {
    const words = searchWordsOf(query.slice(0, LONGEST_QUERY));
    if (words.length === 0) return [];
    // Nearly any beginnings of words are found in a long text, so a note must have each word as it was typed.
    const inNotes = noted.filter(({ text }) => words.every((word) => text.includes(word)));
    const ofNotes = inNotes.map(({ item }) => ({ item, score: NOTE }));
    const found = search
      .find(query)
      .filter(({ score }) => score >= FOUND)
      .sort((a, b) => b.score - a.score || a.item - b.item)
      .map(({ item, score }) => ({ item: all[item] as CourseSearchResult<Note>, score }));
    // Up to a quarter of the results are notes.
    const rest = Math.max(0, most - Math.min(ofNotes.length, most >> 2));
    return [...found.slice(0, rest), ...ofNotes].sort((a, b) => b.score - a.score).slice(0, most);
  };
}

/**
 * Returns the longest part of `words` that has results: all words that have some by themselves, or else the longest of these.
 * @returns undefined if no word has any
 */
export function wordsFound(
  words: readonly string[],
  hasResults: (query: string) => boolean,
): string | undefined {
  if (words.length < 2) return undefined;
  const known = words.filter(hasResults);
  const all = known.join(' ');
  if (known.length > 1 && known.length < words.length && hasResults(all)) return all;
  return known.toSorted((a, b) => b.length - a.length)[0];
}
