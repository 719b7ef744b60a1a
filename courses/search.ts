import fuzzysort from 'fuzzysort';
import { fold, searchWordsOf } from '../text/fold.ts';
import { correctSpelling } from '../text/spelling.ts';
import { type Course, type Objective, objectivesOf, type Resource, type Section } from './course.ts';

/** As much of a note as can be looked for. */
export interface NoteText {
  about: { kind: 'objective' | 'resource'; id: string };
  text: string;
  quote: string;
}

/** Something of a course that was looked for, what it is called, and what it stands in. */
export type Found<Note extends NoteText> = { course: Course; title: string; within: string } & (
  | { kind: 'section'; section: Section }
  | { kind: 'objective'; objective: Objective }
  | { kind: 'resource' | 'program'; resource: Resource }
  | { kind: 'note'; note: Note }
);

/** From which of fuzzysort's scores on (0 to 1) something is found. */
const FOUND = 0.5;
/** From which score on it is what is meant, so that nobody asks whether it was a slip. */
const SURE = 0.8;
const LONGEST_QUERY = 200;

/** The runs of one script that a word of Japanese is written in; another word as it is. */
const runsIn = (word: string) =>
  word.match(/\p{scx=Kana}+|\p{scx=Hira}+|[^\p{scx=Kana}\p{scx=Hira}]+/gu) ?? [];

/** What `run` may be a misspelling of: known runs, and where these are katakana, which has no spaces between words, parts of them. */
function likeIn(run: string, known: readonly string[]): readonly string[] {
  if (run.length < 4 || !/^\p{scx=Kana}+$/u.test(run)) return known;
  const katakana = known.filter((other) => /^\p{scx=Kana}+$/u.test(other));
  return katakana.flatMap((other) =>
    [run.length, run.length - 1, run.length + 1].flatMap((length) =>
      Array.from({ length: Math.max(1, other.length - length + 1) }, (_, at) => other.slice(at, at + length)),
    ),
  );
}

function sectionsOf<Note extends NoteText>(course: Course): Found<Note>[] {
  return course.sections.flatMap((section): Found<Note>[] => [
    { kind: 'section', course, title: section.title, within: '', section },
    ...section.resources
      .filter(({ gone }) => !gone)
      .map((resource): Found<Note> => {
        const kind = resource.program ? 'program' : 'resource';
        return { kind, course, title: resource.title, within: section.title, resource };
      }),
  ]);
}

function objectivesIn<Note extends NoteText>(course: Course): Found<Note>[] {
  return course.audiences.flatMap((audience) =>
    audience.objectives.map((objective): Found<Note> => {
      const within = course.audiences.length > 1 ? audience.title : '';
      return { kind: 'objective', course, title: objective.text, within, objective };
    }),
  );
}

/** The notes of a course, by what they belong to; of what the course has no more, by nothing. */
function notesIn<Note extends NoteText>(course: Course, notes: readonly Note[]): Found<Note>[] {
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
 * Makes the search in courses and their notes: for the query's words, parts of them or their letters in order, in any order of
 * words; accents, case and one slip of the finger a word are forgiven. What fits best comes first, of what fits as well the
 * course that comes first. Empty for a query without words.
 * @param notes the notes of each course, by its id
 */
export function createCourseSearch<Note extends NoteText>(
  courses: readonly Course[],
  notes: ReadonlyMap<string, readonly Note[]>,
): (query: string, most: number) => Found<Note>[] {
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

  function search(words: readonly string[], most: number): { best: number; all: Found<Note>[] } {
    // In a long text letters in order are always found: there each word has to be.
    const inNotes = noted.filter(({ text }) => words.every((word) => text.includes(word)));
    const found = fuzzysort.go(words.join(' '), snapshot, {
      // A quarter is for notes, if there are as many.
      limit: most - Math.min(inNotes.length, most >> 2),
      threshold: FOUND,
      // Thousands of things of other courses are not to change the order of those that fit as well.
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
        .map((run) => correctSpelling(run, likeIn(run, known)))
        .join(''),
    );
    const better = search(corrected, most);
    return better.best > found.best ? better.all : found.all;
  };
}
