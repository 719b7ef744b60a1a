import movesTable from '../../assets/sites/moves.json' with { type: 'json' };
import knownPages from '../../assets/sites/pages.json' with { type: 'json' };
import type { Course, Resource } from '../../courses/course.ts';
import { indexCourses, matchAddress } from '../../courses/match.ts';
import { addressOf } from '../../sites/index.ts';
import { createMovedAddressLookup } from '../../sites/moves.ts';
import { median, type Row } from './table.ts';

const ROUNDS = 30;
const RESOURCES = 100;
const moved = createMovedAddressLookup(movesTable);

/** Makes `count` courses of 100 resources each: known pages of the handbook, every fourth with a heading. */
export function coursesOf(count: number): Course[] {
  const { origin, pages } = knownPages;
  return Array.from({ length: count }, (_, course) => ({
    id: `course-${course}`,
    edition: '2026-08',
    title: `Course ${course}`,
    address: `${origin}/handbook/courses/${course}/`,
    audiences: [],
    sections: Array.from({ length: 10 }, (_, section) => ({
      id: `section-${section}`,
      title: `Section ${section}`,
      anchor: `section-${section}`,
      resources: Array.from({ length: RESOURCES / 10 }, (_, at): Resource => {
        const number = course * RESOURCES + section * 10 + at;
        // If there are fewer pages than resources, the list is repeated below another folder.
        const again = Math.floor(number / pages.length);
        const path = `${pages[(number * 7) % pages.length]}${again > 0 ? `again-${again}/` : ''}`;
        const address = `${origin}${path}${number % 4 === 0 ? '#a-heading' : ''}`;
        return { id: `resource-${section}-${at}`, title: `Resource ${number}`, address };
      }),
    })),
  }));
}

/** Times Waymark's match and the floor in turns. Returns microseconds per address for each round. */
function timesOf(urls: readonly string[], runs: Record<'waymark' | 'floor', (url: string) => unknown>) {
  let kept: unknown;
  const time = (run: (url: string) => unknown) => {
    const start = performance.now();
    for (const url of urls) kept = run(url);
    return ((performance.now() - start) * 1000) / urls.length;
  };
  const rounds = Array.from({ length: ROUNDS }, () => ({
    waymark: time(runs.waymark),
    floor: time(runs.floor),
  }));
  if (kept === undefined) throw new Error('nothing was asked');
  return { waymark: rounds.map(({ waymark }) => waymark), floor: rounds.map(({ floor }) => floor) };
}

function matchRow(what: string, { waymark, floor }: ReturnType<typeof timesOf>): Row {
  const ratio = median(waymark) / median(floor);
  return {
    what,
    waymark: `${median(waymark).toFixed(2)} µs`,
    floor: `${median(floor).toFixed(2)} µs`,
    comparison: `× ${ratio.toFixed(2)}`,
    target: 'at most × 3',
    isMet: ratio <= 3,
  };
}

/** Times building an index, in milliseconds, and its size in megabytes if the engine tells it. */
function building(courses: Course[], withMoves: boolean): string {
  const build = () => indexCourses(courses, withMoves ? moved : undefined);
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now();
    build();
    return performance.now() - start;
  });
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const index = build();
  globalThis.gc?.();
  const size = (process.memoryUsage().heapUsed - before) / 1e6;
  const memory = globalThis.gc && index.at.size > 0 ? `, ${size.toFixed(1)} MB` : '';
  return `${median(times).toFixed(1)} ms${memory}`;
}

/**
 * Rows about finding a page among 100 courses of 100 resources each, compared with a bare `Map.get` and parsing
 * the URL, and about building that index and one of 1,000 courses. Runs in Node; `--expose-gc` adds memory.
 */
export function benchMatching(): Row[] {
  const courses = coursesOf(100);
  const index = indexCourses(courses, moved);
  const resources = courses.flatMap(({ sections }) => sections.flatMap((section) => section.resources));
  const bare = new Map(resources.map((resource) => [resource.address, resource]));
  const inCourse = resources.filter((_, at) => at % 5 === 0).map(({ address }) => address);
  const inNone = inCourse.map((address) => address.replace('/handbook/', '/handbook/no-'));
  const floor = (url: string) => bare.get(new URL(url).href) ?? null;
  const match = (url: string) => {
    const address = addressOf(url);
    return address ? (matchAddress(index, address) ?? null) : null;
  };
  const thousand = coursesOf(1000);
  const row = (what: string, waymark: string): Row => ({
    what,
    waymark,
    floor: '',
    comparison: '',
    target: '',
    isMet: undefined,
  });
  return [
    matchRow(
      'match of a page among 100 courses of 100 resources',
      timesOf(inCourse, { waymark: match, floor }),
    ),
    matchRow('the same, of a page in no course', timesOf(inNone, { waymark: match, floor })),
    row('building that index', building(courses, false)),
    row('the same with the table of moves', building(courses, true)),
    row('building the index of 1,000 courses', building(thousand, false)),
  ];
}
