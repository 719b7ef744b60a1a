import knownHeadings from '../../assets/sites/headings.json' with { type: 'json' };
import moves from '../../assets/sites/moves.json' with { type: 'json' };
import otherWords from '../../assets/sites/other-words.json' with { type: 'json' };
import knownPages from '../../assets/sites/pages.json' with { type: 'json' };
import knownTitles from '../../assets/sites/titles.json' with { type: 'json' };
import { createCourseSearch, type NoteText } from '../../courses/search.ts';
import { createHeadingFinder } from '../../sites/find-headings.ts';
import { createPageFinder } from '../../sites/find-pages.ts';
import { fold } from '../../text/fold.ts';
import { otherWordsFrom } from '../../text/word-search.ts';
import { t } from '../texts.ts';
import { coursesOf } from './matching.ts';
import { inMs, type Row, ratioRow } from './table.ts';

/** The duration of a frame, in milliseconds. */
const FRAME = 1000 / 60;
const NOTES = 1000;
/** Queries as typed by readers, letter by letter: some match, some are misspelled, some have no match. */
const QUERIES = [
  'education program',
  'onboarding',
  'resource 4711',
  'flywheel note',
  'comunity advocacy',
  'xqzjkv',
];

/** The known title of the page at `address`, or the address. */
function titleAt(address: string): string {
  const known: Partial<Record<string, string>> = knownTitles.titles;
  return known[address.slice(knownTitles.origin.length)] ?? address;
}

/** Makes 100 courses of 100 resources with titles of pages, and 1,000 notes of five sentences. */
function library() {
  const courses = coursesOf(100).map((course) => ({
    ...course,
    audiences: [
      {
        id: 'everyone',
        title: t('living.everyone'),
        objectives: Array.from({ length: 10 }, (_, at) => ({
          id: `objective-${at}`,
          text: `Tell a colleague what ${course.title.toLowerCase()} says of step ${at}`,
          sections: [`section-${at}`],
        })),
      },
    ],
    sections: course.sections.map((section) => ({
      ...section,
      resources: section.resources.map((resource) => ({
        ...resource,
        title: `${titleAt(resource.address)} · ${resource.title}`,
      })),
    })),
  }));
  const notes = new Map<string, NoteText[]>();
  for (let at = 0; at < NOTES; at++) {
    const course = courses[at % courses.length]?.id ?? '';
    const quote = `What stands on page ${at} of a handbook, in a sentence of ordinary length. `.repeat(5);
    const note: NoteText = {
      about: { kind: 'objective', id: 'objective-1' },
      text: `A flywheel of note ${at}`,
      quote,
    };
    notes.set(course, [...(notes.get(course) ?? []), note]);
  }
  return { courses, notes };
}

/** The most that a letter may take, compared with a bare scan of the strings that are searched. */
const MOST_OF_SCAN = 1.5;

/** Runs `look` for each letter of the queries as it is typed. @returns how long each took in ms, without the first round */
function timesOf(look: (typed: string) => unknown): number[] {
  const times: number[] = [];
  for (let round = 0; round < 5; round++)
    for (const query of QUERIES)
      for (let typed = 1; typed <= query.length; typed++) {
        const start = performance.now();
        look(query.slice(0, typed));
        if (round > 0) times.push(performance.now() - start);
      }
  return times;
}

/** How long `make` takes in ms, and what it makes. */
function made<T>(make: () => T): [T, number] {
  const start = performance.now();
  return [make(), performance.now() - start];
}

/** The strings that the handbook's search looks at: paths, titles, and the ids of headings. */
function handbookStrings(): string[] {
  const ids = Object.values(knownHeadings.headings).flatMap((each) => each.split(' '));
  return [...knownPages.pages, ...Object.values(knownTitles.titles), ...ids].map(fold);
}

/**
 * Rows about the search in 100 courses with 1,000 notes and in the handbook, as the panel's search field uses it: the time for one
 * letter, compared with a bare scan (`includes`) of the same strings and with a frame, and for preparing the search. Runs in Node.
 */
export function benchSearching(): Row[] {
  const { courses, notes } = library();
  const others = otherWordsFrom(otherWords);
  const site = { pages: knownPages, titles: knownTitles, moves, others };
  const [find, madeCourses] = made(() => createCourseSearch(courses, notes, others));
  const [finder, madePages] = made(() => createPageFinder(site));
  const [headingFinder, madeHeadings] = made(() => createHeadingFinder(knownHeadings, knownTitles));
  const texts = [
    ...courses
      .flatMap(({ sections }) => sections.flatMap(({ resources }) => resources))
      .map(({ title }) => title),
    ...[...notes.values()].flat().map(({ text, quote }) => text + quote),
  ].map(fold);
  const inHandbook = handbookStrings();
  const scan = (strings: readonly string[]) => (typed: string) =>
    strings.filter((each) => each.includes(typed)).length;
  const handbook = (typed: string) => [
    finder.findPages(typed),
    headingFinder.findHeadings(finder.variantsOf(typed)),
  ];
  const inCourses = timesOf((typed) => find(typed, 30));
  const inPages = timesOf(handbook);
  const all = timesOf((typed) => [find(typed, 30), handbook(typed)]).sort((a, b) => a - b);
  const slow = all[Math.floor(all.length * 0.95)] ?? Number.POSITIVE_INFINITY;
  const row = (what: string, time: number, frame: boolean): Row => ({
    what,
    waymark: inMs(time),
    floor: frame ? inMs(FRAME) : '',
    comparison: frame ? `× ${(time / FRAME).toFixed(2)}` : '',
    target: frame ? 'at most × 1' : '',
    isMet: frame ? time <= FRAME : undefined,
  });
  return [
    ratioRow(
      'search in the handbook, one letter; a bare scan',
      inPages,
      timesOf(scan(inHandbook)),
      MOST_OF_SCAN,
    ),
    ratioRow(
      'search in 100 courses with 1,000 notes, one letter; a bare scan',
      inCourses,
      timesOf(scan(texts)),
      MOST_OF_SCAN,
    ),
    row('   both, the slowest of twenty; a frame', slow, true),
    row('   prepared, once: courses and notes', madeCourses, false),
    row('   prepared, once: pages', madePages, false),
    row('   prepared, once: headings', madeHeadings, false),
  ];
}
