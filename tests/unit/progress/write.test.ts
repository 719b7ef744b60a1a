import 'fake-indexeddb/auto';
import * as fc from 'fast-check';
import { deleteDB } from 'idb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { setCompletion } from '../../../progress/actions.ts';
import { idOf, merge } from '../../../progress/merge.ts';
import { readProgress } from '../../../progress/progress.ts';
import { isRecord, type ProgressRecord } from '../../../progress/records.ts';
import { startProgress } from '../../../progress/start.ts';
import { openDatabase } from '../../../progress/store/database.ts';
import { openStore } from '../../../progress/store/open-store.ts';
import { pagesOf } from '../../../progress/store/store.ts';
import { mergeInto, write } from '../../../progress/write.ts';
import { anyRecord, fewIds } from './any-record.ts';
import { MemoryArea } from './memory-area.ts';
import { manyRecords } from './samples.ts';

const COURSE = 'a-course';
const ticked = (value: boolean, time: number, objective = 'an-objective'): ProgressRecord => ({
  key: [COURSE, 'completion', objective],
  value,
  time,
  count: 0,
  device: 'other',
});

async function stored(): Promise<unknown[]> {
  const all: unknown[] = [];
  for await (const page of pagesOf(await openStore())) all.push(...page);
  return all;
}

beforeEach(() => startProgress(new MemoryArea()));
afterEach(async () => {
  vi.restoreAllMocks();
  await deleteDB('waymark');
});

describe('the write path', () => {
  test('writes what is later, and returns it', async () => {
    await mergeInto([ticked(true, 5)]);
    expect((await mergeInto([ticked(false, 4)])).records).toEqual([]);
    expect((await mergeInto([ticked(true, 5)])).records).toEqual([]);
    expect(await stored()).toEqual([ticked(true, 5)]);
    expect((await mergeInto([ticked(false, 6)])).records).toEqual([ticked(false, 6)]);
    expect(await stored()).toEqual([ticked(false, 6)]);
  });

  test('writes the later of two records with one id, in whichever order they are', async () => {
    await mergeInto([ticked(true, 9), ticked(false, 3)]);
    await mergeInto([ticked(true, 3, 'another'), ticked(false, 9, 'another')]);
    expect(await stored()).toEqual(
      [ticked(true, 9), ticked(false, 9, 'another')].sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1)),
    );
  });

  test('gives what merging in memory gives', async () => {
    const lists = fc.array(fc.array(anyRecord(3, fewIds), { maxLength: 30 }), { maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(lists, async (lists) => {
        let expected: ReadonlyMap<string, ProgressRecord> = new Map();
        for (const list of lists) {
          await mergeInto(list);
          for (const record of list) expected = merge(expected, new Map([[idOf(record), record]]));
        }
        const found = (await stored()).filter(isRecord);
        expect(new Map(found.map((record) => [idOf(record), record]))).toEqual(expected);
        await (await openDatabase()).clear('records');
      }),
      { numRuns: 60 },
    );
  });

  test('leaves out what does not fit, and what claims an impossible time', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.anything()), async (anything) => {
        expect((await mergeInto(anything)).records).toEqual(anything.filter(isRecord));
      }),
    );
    expect((await mergeInto([ticked(true, 8e15)])).records).toEqual([]);
  });

  test('accepts later writes after a record with a time in the year 9999', async () => {
    await mergeInto([{ ...ticked(true, 253_402_300_799_999), count: Number.MAX_SAFE_INTEGER }]);
    await setCompletion(COURSE, 'an-objective', false);
    expect((await readProgress(COURSE)).completed).toEqual(new Set());
    await setCompletion(COURSE, 'an-objective', true);
    expect((await readProgress(COURSE)).completed).toEqual(new Set(['an-objective']));
  });

  test('quarantines what it replaces if that does not fit', async () => {
    const odd = { ...ticked(true, 1), value: 'perhaps' };
    await (await openDatabase()).put('records', odd as never);
    await setCompletion(COURSE, 'an-objective', true);
    const read = await readProgress(COURSE);
    expect(read.completed).toEqual(new Set(['an-objective']));
    expect(read.quarantined).toBe(1);
  });

  test('writes nothing if something fails halfway', async () => {
    await mergeInto([ticked(true, 1)]);
    const failing = write(undefined, async (transaction) => {
      transaction.put(ticked(false, 2));
      throw new Error('on the way');
    });
    await expect(failing).rejects.toMatchObject({ kind: 'failed', message: 'Error: on the way' });
    expect(await stored()).toEqual([ticked(true, 1)]);
  });

  test('puts the id of this device, which is stored, into timestamps', async () => {
    await setCompletion(COURSE, 'an-objective', true);
    const [record] = (await stored()) as ProgressRecord[];
    expect(record?.device).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('merges 10,000 records into 10,000 in batches, so that other work can run', {
    timeout: 60_000,
  }, async () => {
    await mergeInto(manyRecords(10_000));
    const asked: number[] = [];
    const get = vi.spyOn(IDBObjectStore.prototype, 'get');
    let turns = 0;
    const turn = () => {
      asked.push(get.mock.calls.length);
      turns++;
      next = setImmediate(turn);
    };
    let next = setImmediate(turn);
    expect((await mergeInto(manyRecords(10_000, false, 2))).records).toHaveLength(10_000);
    clearImmediate(next);
    expect(turns).toBeGreaterThan(40);
    // Between two turns at most one batch was read.
    expect(Math.max(...asked.map((calls, nth) => calls - (asked[nth - 1] ?? 0)))).toBeLessThanOrEqual(100);
  });
});
