import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { setCompletion } from '../../../../progress/actions.ts';
import { deleteEverything } from '../../../../progress/backups/delete-everything.ts';
import { runMaintenance } from '../../../../progress/backups/maintain.ts';
import { dismissRestored, readRestored } from '../../../../progress/backups/restore.ts';
import { decodeSnapshot, encodeSnapshot } from '../../../../progress/backups/snapshot.ts';
import { readProgress } from '../../../../progress/progress.ts';
import { startProgress } from '../../../../progress/start.ts';
import { openDatabase } from '../../../../progress/store/database.ts';
import { mergeInto } from '../../../../progress/write.ts';
import { MemoryArea } from '../memory-area.ts';
import { manyRecords } from '../samples.ts';

const COURSE = 'a-course';
let area: MemoryArea;

beforeEach(() => {
  area = new MemoryArea();
  startProgress(area);
});
afterEach(async () => {
  vi.useRealTimers();
  await deleteDB('waymark');
});

const completed = async () => [...(await readProgress(COURSE)).completed].sort();
async function* oneByOne(records: unknown[]) {
  for (const record of records) yield [record];
}

describe('a snapshot', () => {
  test('gives back its records', async () => {
    const records = manyRecords(1000);
    expect(await decodeSnapshot(JSON.parse(JSON.stringify(await encodeSnapshot(oneByOne(records)))))).toEqual(
      {
        records,
        whole: true,
      },
    );
  });

  test('of 10,000 records is small', async () => {
    const { records } = await encodeSnapshot(oneByOne(manyRecords(10_000)));
    expect(records.length).toBeLessThan(300_000);
  });

  test('that is damaged gives what can be read', async () => {
    const made = await encodeSnapshot(oneByOne(manyRecords(1000)));
    for (const stored of [
      null,
      5,
      {},
      { ...made, records: '%%%' },
      { ...made, format: 2 },
      { ...made, time: 'now' },
    ])
      expect(await decodeSnapshot(stored)).toEqual({ records: [], whole: false });
    const cut = await decodeSnapshot({ ...made, records: made.records.slice(0, made.records.length / 2) });
    expect(cut.whole).toBe(false);
    expect(cut.records.length).toBeLessThan(1000);
  });
});

describe('a lost database', () => {
  test('is restored from snapshot and journal, and the reader is told until they dismiss the notice', async () => {
    await setCompletion(COURSE, 'one', true);
    await setCompletion(COURSE, 'two', true);
    await runMaintenance();
    expect(area.keysUnder('journal:')).toEqual([]);
    await setCompletion(COURSE, 'one', false);
    await setCompletion(COURSE, 'three', true);
    await deleteDB('waymark');
    const read = await readProgress(COURSE);
    expect([...read.completed].sort()).toEqual(['three', 'two']);
    // One more is the setting with the current course.
    expect(read.restored).toMatchObject({ records: 4, damaged: 0 });
    expect((await readProgress(COURSE)).restored).toBeUndefined();
    expect(await readRestored()).toEqual(read.restored);
    await dismissRestored();
    expect(await readRestored()).toBeUndefined();
  });

  test('is restored when it was emptied, and when a part of it is missing', async () => {
    for (const objective of ['one', 'two', 'three']) await setCompletion(COURSE, objective, true);
    await runMaintenance();
    await (await openDatabase()).clear('records');
    expect(await completed()).toEqual(['one', 'three', 'two']);
    await (await openDatabase()).delete('records', [COURSE, 'completion', 'two']);
    await setCompletion(COURSE, 'four', true);
    await (await openDatabase()).delete('records', [COURSE, 'completion', 'one']);
    await runMaintenance();
    expect(await completed()).toEqual(['four', 'one', 'three', 'two']);
  });

  test('is restored from an older snapshot if the latest is damaged, and the reader is told', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(2026, 7, 30, 12) });
    await setCompletion(COURSE, 'one', true);
    await runMaintenance();
    vi.setSystemTime(new Date(2026, 7, 31, 12));
    await setCompletion(COURSE, 'two', true);
    await runMaintenance();
    await area.set({ 'snapshot:latest': { format: 1 }, 'snapshot:2026-08-31': 'nothing' });
    await area.set({ 'journal:1': 'nothing' });
    await deleteDB('waymark');
    const read = await readProgress(COURSE);
    expect([...read.completed]).toEqual(['one']);
    expect(read.restored).toMatchObject({ records: 2, damaged: 3 });
  });

  test('is not restored after the reader has deleted everything', async () => {
    await setCompletion(COURSE, 'one', true);
    await runMaintenance();
    await setCompletion(COURSE, 'two', true);
    await deleteEverything();
    expect([...area.kept.keys()]).toEqual([]);
    expect(await completed()).toEqual([]);
    await deleteDB('waymark');
    expect(await completed()).toEqual([]);
    await setCompletion(COURSE, 'three', true);
    expect(await completed()).toEqual(['three']);
  });

  test('with a storage area that cannot be read starts empty, and nothing breaks', async () => {
    await setCompletion(COURSE, 'one', true);
    await setCompletion(COURSE, 'three', true);
    await runMaintenance();
    await deleteDB('waymark');
    area.refuses = new Error('the disk says no');
    expect(await completed()).toEqual([]);
    await setCompletion(COURSE, 'two', true);
    area.refuses = undefined;
    await runMaintenance();
    expect(await completed()).toEqual(['one', 'three', 'two']);
  });
});

describe('the automatic backups', () => {
  test('are one snapshot a day for seven days, and the latest', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    for (let day = 1; day <= 9; day++) {
      vi.setSystemTime(new Date(2026, 7, day, 9));
      await setCompletion(COURSE, `of-day-${day}`, true);
      await runMaintenance();
      await setCompletion(COURSE, 'again', day % 2 === 0);
      await runMaintenance();
    }
    expect(area.keysUnder('snapshot:')).toEqual([
      ...[3, 4, 5, 6, 7, 8, 9].map((day) => `snapshot:2026-08-0${day}`),
      'snapshot:latest',
    ]);
    expect(
      (await decodeSnapshot((await area.get('snapshot:latest'))['snapshot:latest'])).records,
    ).toHaveLength(11);
  });

  test('are a journal without large writes, which soon are in a snapshot', async () => {
    await mergeInto(manyRecords(600));
    const entries = Object.values(await area.get(area.keysUnder('journal:')));
    expect(entries).toEqual([[]]);
    await runMaintenance();
    expect(area.keysUnder('journal:')).toEqual([]);
    await deleteDB('waymark');
    expect((await readProgress(COURSE)).visited.size).toBe(600);
  });
});
