import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { chooseAudience, markVisited, recordVisits, setCompletion } from '../../../progress/actions.ts';
import { runMaintenance } from '../../../progress/backups/maintain.ts';
import { type HistoryEntry, readHistory } from '../../../progress/history.ts';
import { readProgress } from '../../../progress/progress.ts';
import { resetCourse, resetSection } from '../../../progress/reset.ts';
import { startProgress } from '../../../progress/start.ts';
import { openDatabase } from '../../../progress/store/database.ts';
import { undo } from '../../../progress/undo.ts';
import { mergeInto } from '../../../progress/write.ts';
import { MemoryArea } from './memory-area.ts';
import { manyRecords } from './samples.ts';

const COURSE = 'a-course';
const lastAction = async () => (await (await openDatabase()).getAllKeys('actions')).at(-1) ?? '';
const read = async () => {
  const { completed, visited, audience } = await readProgress(COURSE);
  return { completed: [...completed].sort(), visited: [...visited].sort(), audience };
};

beforeEach(() => startProgress(new MemoryArea()));
afterEach(async () => {
  vi.useRealTimers();
  await deleteDB('waymark');
});

describe('undoing', () => {
  test('a tick, and undoing that', async () => {
    await setCompletion(COURSE, 'one', true);
    const { undone, action = '' } = await undo(await lastAction());
    expect(undone).toBe(1);
    expect((await read()).completed).toEqual([]);
    await undo(action);
    expect((await read()).completed).toEqual(['one']);
  });

  test('the first choice of an audience leaves none chosen', async () => {
    await chooseAudience(COURSE, 'team-member');
    await undo(await lastAction());
    expect((await read()).audience).toBeUndefined();
    await chooseAudience(COURSE, 'team-member');
    await chooseAudience(COURSE, 'community-member');
    await undo(await lastAction());
    expect((await read()).audience).toBe('team-member');
  });

  test('a reset of a section restores what was in it, and nothing else', async () => {
    await setCompletion(COURSE, 'in', true);
    await setCompletion(COURSE, 'out', true);
    await markVisited(COURSE, 'in-too');
    await markVisited('another-course', 'in-too');
    const before = await read();
    const { action = '', records } = await resetSection(COURSE, 'a-section', ['in', 'in-too', 'never']);
    expect(records).toHaveLength(2);
    expect(await read()).toEqual({ completed: ['out'], visited: [], audience: undefined });
    expect((await readProgress('another-course')).visited.size).toBe(1);
    expect(await undo(action)).toMatchObject({ undone: 2, kept: [] });
    expect(await read()).toEqual(before);
  });

  test('a reset of the course keeps and reports what was done since', async () => {
    await setCompletion(COURSE, 'one', true);
    await setCompletion(COURSE, 'two', true);
    const { action = '' } = await resetCourse(COURSE);
    await setCompletion(COURSE, 'one', true);
    await setCompletion(COURSE, 'one', false);
    expect(await undo(action)).toMatchObject({ undone: 1, kept: [[COURSE, 'completion', 'one']] });
    expect((await read()).completed).toEqual(['two']);
  });

  test('an import, as a whole', async () => {
    await setCompletion(COURSE, 'one', true);
    const before = await read();
    const { action = '' } = await mergeInto(manyRecords(1000), {
      kind: 'import',
      course: '',
      what: 'a.json',
    });
    expect((await read()).visited).toHaveLength(1000);
    expect((await undo(action)).undone).toBe(1000);
    expect(await read()).toEqual(before);
  });

  test('a missing or damaged action changes nothing', async () => {
    await (await openDatabase()).put('actions', { id: 'odd', wrote: [{ record: 5 }] } as never);
    for (const id of ['never', 'odd'])
      expect(await undo(id)).toEqual({ undone: 0, kept: [], action: undefined });
  });

  test('works for the last hundred actions, and not for earlier ones', async () => {
    for (let nth = 0; nth < 110; nth++) await setCompletion(COURSE, 'one', nth % 2 === 0);
    await runMaintenance();
    expect(await (await openDatabase()).count('actions')).toBe(100);
    expect(await undo(await lastAction())).toMatchObject({ undone: 1 });
  });
});

describe('the history', () => {
  const saying = (done: HistoryEntry) =>
    'action' in done
      ? `${done.action.kind} ${done.action.what}`
      : `${done.record.key[1]} ${done.record.key[2]}`;

  test('has what was done by day, latest first: actions, visits, and records from elsewhere', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(2026, 7, 30, 12) });
    await setCompletion(COURSE, 'one', true);
    vi.advanceTimersByTime(1000);
    await recordVisits([{ course: 'another-course', resource: 'a-resource' }]);
    vi.setSystemTime(new Date(2026, 7, 31, 12));
    const time = Date.now() - 1000;
    await mergeInto([
      { key: [COURSE, 'completion', 'elsewhere'], value: true, time, count: 0, device: 'other' },
    ]);
    await setCompletion(COURSE, 'two', true);
    const id = await lastAction();
    vi.advanceTimersByTime(1000);
    await undo(id);
    const days = await readHistory();
    expect(days.map(({ day, entries }) => [day, entries.map(saying)])).toEqual([
      ['2026-08-31', [`undo ${id}`, 'tick two', 'completion elsewhere']],
      ['2026-08-30', ['visit a-resource', 'tick one']],
    ]);
    expect(days[0]?.entries.map((done) => 'undoable' in done && done.undoable)).toEqual([true, false, false]);
  });
});
