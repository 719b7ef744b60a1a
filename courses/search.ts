import fuzzysort from 'fuzzysort';
import { fold, searchWordsOf } from '../text/fold.ts';
import { correctSpelling } from '../text/spelling.ts';
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

/** The lowest of fuzzysort's scores (0 to 1) that is a result. */
const FOUND = 0.5;
/** From this score on, the query is taken as spelled correctly. */
const SURE = 0.8;
const LONGEST_QUERY = 200;

/** Splits a Japanese word into runs of one script; another word is one run. */
const runsIn = (word: string) =>
  word.match(/\p{scx=Kana}+|\p{scx=Hira}+|[^\p{scx=Kana}\p{scx=Hira}]+/gu) ?? [];

/** Returns the words that `run` may be a misspelling of: known runs, and parts of them for katakana, which has no spaces between words. */
function candidatesIn(run: string, known: readonly string[]): readonly string[] {
  if (run.length < 4 || !/^\p{scx=Kana}+$/u.test(run)) return known;
  const katakana = known.filter((other) => /^\p{scx=Kana}+$/u.test(other));
  return katakana.flatMap((other) =>
    [run.length, run.length - 1, run.length + 1].flatMap((length) =>
      Array.from({ length: Math.max(1, other.length - length + 1) }, (_, at) => other.slice(at, at + length)),
    ),
  );
}

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

/**
 * Returns a function that searches courses and their notes. The words of the query match in any order, whole, in part, or by their
 * letters in order; accents, case and one typo a word don't matter. Results are sorted by score, then by the order of the courses.
 * A query without words has no results.
 * @param notes the notes of each course, by its id
 */
export function createCourseSearch<Note extends NoteText>(
  courses: readonly Course[],
  notes: ReadonlyMap<string, readonly Note[]>,
): (query: string, most: number) => CourseSearchResult<Note>[] {
  const all = courses.flatMap((course) => [...sectionsOf<Note>(course), ...objectivesIn<Note>(course)]);
  const titled = all.map((found, at) => {
    const own = 'resource' in found ? found.resource.ownTitle : undefined;
    return { found, at, title: fold(found.title), own: own === undefined ? '' : fold(own) };
  });
  const snapshot = fuzzysort.snapshot(titled, { keys: ['title', 'own'] });
  const noted = courses.flatMap((course) =>
    notesIn(course, notes.get(course.id) ?? []).map((found) => ({
      found,
      text: found.kind === 'note' ? fold(`${found.note.text} ${found.note.quote}`) : '',
    })),
  );
  let known: string[] | undefined;
  const knownWords = () => {
    known ??= [
      ...new Set(
        [...titled.flatMap(({ title, own }) => [title, own]), ...noted.map(({ text }) => text)].flatMap(
          (text) => searchWordsOf(text).flatMap(runsIn),
        ),
      ),
    ];
    return known;
  };

  function search(words: readonly string[], most: number): { best: number; all: CourseSearchResult<Note>[] } {
    // Nearly any letters are found in order in a long text, so a note must have each word whole.
    const inNotes = noted.filter(({ text }) => words.every((word) => text.includes(word)));
    const found = fuzzysort.go(words.join(' '), snapshot, {
      // Up to a quarter of the results are notes.
      limit: most - Math.min(inNotes.length, most >> 2),
      threshold: FOUND,
      // Sorts results with the same score in the order of the courses. The factor is too small to change any other order.
      scoreFn: ({ score, obj }) => score - obj.at / 1e7,
    });
    return {
      best: inNotes.length > 0 ? 1 : (found[0]?.score ?? 0),
      all: [...found.map(({ obj }) => obj.found), ...inNotes.map((each) => each.found)].slice(0, most),
    };
  }

  return (query, most) => {
    const words = searchWordsOf(query.slice(0, LONGEST_QUERY));
    if (words.length === 0) return [];
    const found = search(words, most);
    if (found.best >= SURE) return found.all;
    const known = knownWords();
    const corrected = words.map((word) =>
      runsIn(word)
        .map((run) => correctSpelling(run, candidatesIn(run, known)))
        .join(''),
    );
    const better = search(corrected, most);
    return better.best > found.best ? better.all : found.all;
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
