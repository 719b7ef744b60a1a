import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Course } from '../../../courses/course.ts';
import { writePack } from '../../../courses/pack-file.ts';
import { recordVisits, unmarkVisited } from '../../../progress/actions.ts';
import { saveCourse, saveCourses } from '../../../progress/courses.ts';
import { resetCourse } from '../../../progress/reset.ts';
import { startProgress } from '../../../progress/start.ts';
import { openDatabase } from '../../../progress/store/database.ts';
import { undo } from '../../../progress/undo.ts';
import { libraryPack } from '../../fixtures/library-pack.ts';
import { MemoryArea } from '../progress/memory-area.ts';

vi.mock('#i18n', () => ({ i18n: { t: (key: string) => key } }));
vi.stubGlobal('browser', { storage: { local: {} } });
const { earlierVisits, visitsOnReturn } = await import('../../../catalog/earlier-visits.ts');

const ENGINEERING = 'https://handbook.gitlab.com/handbook/engineering/';
const OUTSIDE = 'https://www.kubernetes.dev/community/values/';
const courseOf = (id: string, ...addresses: string[]): Course =>
  libraryPack({
    id,
    title: id,
    address: `https://handbook.gitlab.com/handbook/${id}/`,
    sections: [
      {
        id: 'departments',
        title: 'Departments',
        anchor: 'departments',
        resources: addresses.map((address, at) => ({ id: `${id}-${at}`, title: address, address })),
      },
    ],
  });
const FIRST = courseOf('first', ENGINEERING, `${ENGINEERING}security/#reports`, OUTSIDE);
const SECOND = courseOf('second', OUTSIDE, `${ENGINEERING}security/`, `${ENGINEERING}testing/`);
const recordOf = ({ id, title, address }: Course) =>
  ({ id, source: 'imported', address, title, archived: false, removed: false, place: 9 }) as const;

/** Adds a course as the reader does. @returns the id of the action */
const add = async (course: Course) =>
  (await saveCourse(recordOf(course), writePack(course), false, await earlierVisits(course))).action ?? '';
const undoing = (action: string) => undo(action, visitsOnReturn);
const read = (course: Course, at: number) =>
  recordVisits([{ course: course.id, resource: `${course.id}-${at}` }]);
/** The visits of a course that count, as `resource day`. */
async function visitsIn({ id }: Course): Promise<string[]> {
  const records = await (await openDatabase()).getAll('records');
  return records.flatMap(({ key, value }) =>
    key[0] === id && key[1] === 'visit' && value ? `${key[2]} ${key[3]}` : [],
  );
}

beforeEach(() => {
  vi.useFakeTimers({ now: new Date(2026, 10, 20, 12), toFake: ['Date'] });
  startProgress(new MemoryArea());
});
afterEach(async () => {
  vi.useRealTimers();
  await deleteDB('waymark');
});
const onDay = (day: number) => vi.setSystemTime(new Date(2026, 10, day, 12));

describe('a course that is added', () => {
  test('gets the visits of its pages in other courses, on the same days', async () => {
    await add(FIRST);
    for (const at of [0, 1, 2]) await read(FIRST, at);
    onDay(21);
    await read(FIRST, 2);
    onDay(25);
    await add(SECOND);
    expect(await visitsIn(SECOND)).toEqual([
      'second-0 2026-11-20',
      'second-0 2026-11-21',
      'second-1 2026-11-20',
    ]);
    expect(await visitsIn(FIRST)).toHaveLength(4);
  });

  test('loses them when adding it is undone, and gets them when that is undone or when it is added again', async () => {
    await add(FIRST);
    await read(FIRST, 2);
    const { action = '' } = await undoing(await add(SECOND));
    expect(await visitsIn(SECOND)).toEqual([]);
    const again = await undoing(action);
    expect(await visitsIn(SECOND)).toEqual(['second-0 2026-11-20']);
    await undoing(again.action ?? '');
    await add(SECOND);
    expect(await visitsIn(SECOND)).toEqual(['second-0 2026-11-20']);
  });

  test('does not get back what the reader unmarked in it or started over, until it is read again', async () => {
    await add(FIRST);
    await add(SECOND);
    await recordVisits([
      { course: 'first', resource: 'first-1' },
      { course: 'first', resource: 'first-2' },
      { course: 'second', resource: 'second-0' },
      { course: 'second', resource: 'second-1' },
    ]);
    onDay(22);
    await unmarkVisited('second', 'second-0');
    await resetCourse('second');
    await saveCourses([{ ...recordOf(SECOND), removed: true }]);
    onDay(23);
    await read(FIRST, 2);
    await add(SECOND);
    expect(await visitsIn(SECOND)).toEqual(['second-0 2026-11-23']);
  });
});

test.each([{ removed: true }, { archived: true }])(
  'a course gets what was read since when this is undone: %j',
  async (change) => {
    await add(FIRST);
    await add(SECOND);
    await read(SECOND, 1);
    const { action = '' } = await saveCourses([{ ...recordOf(SECOND), ...change }]);
    onDay(21);
    await read(FIRST, 2);
    const back = await undoing(action);
    expect(await visitsIn(SECOND)).toEqual(['second-0 2026-11-21', 'second-1 2026-11-20']);
    await undoing(back.action ?? '');
    expect(await visitsIn(SECOND)).toEqual(['second-1 2026-11-20']);
  },
);
