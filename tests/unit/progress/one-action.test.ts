import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  chooseAudience,
  markVisited,
  recordVisits,
  setCompletion,
  unmarkVisited,
} from '../../../progress/actions.ts';
import { saveBadge } from '../../../progress/badges.ts';
import { saveCourse } from '../../../progress/courses.ts';
import { saveNote } from '../../../progress/notes.ts';
import { readProgress } from '../../../progress/progress.ts';
import { currentCourse, saveCurrentCourse } from '../../../progress/settings.ts';
import { startProgress } from '../../../progress/start.ts';
import { openDatabase } from '../../../progress/store/database.ts';
import { undo } from '../../../progress/undo.ts';
import { MemoryArea } from './memory-area.ts';

const COURSE = 'a-course';
const NOTE = {
  about: { kind: 'objective', id: 'an-objective' },
  text: 'My words',
  quote: '',
  address: '',
  title: '',
  evidence: true,
} as const;
const BADGE = { id: 'a-badge', jwt: 'a.b.c', audience: 'everyone', made: 1 };
const KEPT = { id: COURSE, source: 'followed', address: 'https://a.test/', title: 'A' } as const;

const actions: [string, () => Promise<unknown>][] = [
  ['a tick', () => setCompletion(COURSE, 'an-objective', true)],
  ['an audience', () => chooseAudience(COURSE, 'everyone')],
  ['a mark', () => markVisited(COURSE, 'a-resource')],
  ['a mark that is taken back', () => unmarkVisited(COURSE, 'a-resource')],
  [
    'a page elsewhere that is opened',
    () => recordVisits([{ course: COURSE, resource: 'a-resource' }], COURSE),
  ],
  ['a note', () => saveNote(COURSE, NOTE, true)],
  ['a badge', () => saveBadge(COURSE, BADGE)],
  ['a course', () => saveCourse({ ...KEPT, archived: false, removed: false, place: 0 }, '{}', true)],
];

/** Makes the database refuse records of this kind. */
function refuse(kind: string): void {
  const { put } = IDBObjectStore.prototype;
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, value, key) {
    if (value?.key?.[1] === kind) throw new DOMException('no room', 'QuotaExceededError');
    return put.call(this, value, key);
  });
}

async function stored(): Promise<number> {
  const database = await openDatabase();
  return (await database.count('records')) + (await database.count('actions'));
}

beforeEach(() => startProgress(new MemoryArea()));
afterEach(async () => {
  vi.restoreAllMocks();
  await deleteDB('waymark');
});

describe('one action is saved as a whole or not at all', () => {
  test.each(actions)('%s, with the current course that follows from it', async (_, act) => {
    await act();
    expect(await currentCourse()).toBe(COURSE);
  });

  test.each(actions)('%s, if the current course cannot be saved', async (_, act) => {
    refuse('setting');
    await expect(act()).rejects.toMatchObject({ name: 'Fault' });
    vi.restoreAllMocks();
    expect(await stored()).toBe(0);
  });

  test('a note that is saved again after a failure exists once, even if it had been saved', async () => {
    await saveNote(COURSE, NOTE, false, undefined, 'an-id');
    await saveNote(COURSE, { ...NOTE, text: 'Other words' }, false, undefined, 'an-id');
    expect((await readProgress(COURSE)).notes).toMatchObject([{ id: 'an-id', text: 'Other words' }]);
  });

  test('a page that several courses list is recorded in each of them, or in none', async () => {
    const visits = ['one', 'two'].map((course) => ({ course, resource: 'a-resource' }));
    const readIn = async () =>
      Promise.all(visits.map(async ({ course }) => [...(await readProgress(course)).visited]));
    refuse('visit');
    await expect(recordVisits(visits)).rejects.toMatchObject({ name: 'Fault' });
    vi.restoreAllMocks();
    expect(await readIn()).toEqual([[], []]);
    await recordVisits(visits);
    expect(await readIn()).toEqual([['a-resource'], ['a-resource']]);
  });

  test('a page that was unmarked in one course still counts in the others', async () => {
    await unmarkVisited('one', 'a-resource');
    await recordVisits(['one', 'two'].map((course) => ({ course, resource: 'a-resource' })));
    expect((await readProgress('one')).visited.size).toBe(0);
    expect((await readProgress('two')).visited.size).toBe(1);
  });

  test('a visit that is recorded by itself does not change the current course', async () => {
    await saveCurrentCourse('another');
    await recordVisits([{ course: COURSE, resource: 'a-resource' }]);
    expect(await currentCourse()).toBe('another');
  });

  test('opening a page elsewhere changes the current course, even if its visit counts for today already', async () => {
    await recordVisits([{ course: COURSE, resource: 'a-resource' }]);
    await saveCurrentCourse('another');
    await recordVisits([{ course: COURSE, resource: 'a-resource' }], COURSE);
    expect(await currentCourse()).toBe(COURSE);
  });
});

describe('undoing an action', () => {
  test('leaves the reader in the current course', async () => {
    await saveCurrentCourse('another');
    await setCompletion(COURSE, 'an-objective', true);
    const [action] = await (await openDatabase()).getAll('actions');
    expect(await undo(action?.id ?? '')).toMatchObject({ undone: 1, kept: [] });
    expect(await currentCourse()).toBe(COURSE);
    expect((await readProgress(COURSE)).completed.size).toBe(0);
  });

  test('undoes all of it, even if the reader has gone on to another course since', async () => {
    await setCompletion(COURSE, 'an-objective', true);
    const [action] = await (await openDatabase()).getAll('actions');
    await setCompletion('another', 'an-objective', true);
    expect(await undo(action?.id ?? '')).toMatchObject({ undone: 1, kept: [] });
    expect(await currentCourse()).toBe('another');
  });
});
