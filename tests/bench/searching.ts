import moves from '../../assets/sites/moves.json' with { type: 'json' };
import knownPages from '../../assets/sites/pages.json' with { type: 'json' };
import { createCourseSearch, type NoteText } from '../../courses/search.ts';
import { pageName } from '../../sites/page-name.ts';
import { createPageSearch } from '../../sites/search-pages.ts';
import { t } from '../texts.ts';
import { coursesOf } from './matching.ts';
import { median, type Row } from './table.ts';

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

/** Makes 100 courses of 100 resources with titles of pages, and 1,000 notes of five sentences. */
function library() {
  const { origin } = knownPages;
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
        title: `${pageName(resource.address, origin).title} · ${resource.title}`,
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

/**
 * Rows about the search in 100 courses with 1,000 notes and in the handbook, as the panel's search field uses it: the time for one
 * letter compared with a frame, and for preparing the search. Runs in Node.
 */
export function benchSearching(): Row[] {
  const { courses, notes } = library();
  const ready = performance.now();
  const find = createCourseSearch(courses, notes);
  const pages = createPageSearch(knownPages, moves);
  const made = performance.now() - ready;
  const times: number[] = [];
  for (let round = 0; round < 5; round++) {
    for (const query of QUERIES) {
      for (let typed = 1; typed <= query.length; typed++) {
        const start = performance.now();
        find(query.slice(0, typed), 30);
        pages.searchPages(query.slice(0, typed), 30);
        if (round > 0) times.push(performance.now() - start);
      }
    }
  }
  times.sort((a, b) => a - b);
  const slow = times[Math.floor(times.length * 0.95)] ?? Number.POSITIVE_INFINITY;
  const row = (what: string, time: number, target: string, isMet: boolean | undefined): Row => ({
    what,
    waymark: `${time.toFixed(1)} ms`,
    floor: '16.7 ms',
    comparison: `× ${(time / FRAME).toFixed(2)}`,
    target,
    isMet,
  });
  return [
    row('search in 100 courses with 1,000 notes, one letter; a frame', median(times), '', undefined),
    row('   the slowest of twenty', slow, 'at most × 1', slow <= FRAME),
    { ...row('   prepared, once', made, '', undefined), floor: '', comparison: '' },
  ];
}
