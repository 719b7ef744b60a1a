import 'fake-indexeddb/auto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { deleteDB } from 'idb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { setCompletion } from '../../../../progress/actions.ts';
import { onWrite, type Write } from '../../../../progress/changes.ts';
import { readProgress } from '../../../../progress/progress.ts';
import type { ProgressRecord } from '../../../../progress/records.ts';
import { startProgress } from '../../../../progress/start.ts';
import { forgetConnection } from '../../../../progress/store/database.ts';
import { mergeInto } from '../../../../progress/write.ts';
import { MemoryArea } from '../memory-area.ts';

const ROOT = fileURLToPath(new URL('../../../..', import.meta.url));
const COURSE = 'a-course';
const ticked = (objective: string, time = 1): ProgressRecord => ({
  key: [COURSE, 'completion', objective],
  value: true,
  time,
  count: 0,
  device: 'other',
});

let area: MemoryArea;
beforeEach(() => {
  area = new MemoryArea();
  startProgress(area);
});
afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.useRealTimers();
  forgetConnection();
  await deleteDB('waymark');
});

const entries = async () =>
  Object.values(await area.get(area.keysUnder('journal:'))) as unknown as ProgressRecord[][];

describe('the journal', () => {
  test('has what the reader did as soon as the write is complete, with the current course', async () => {
    await setCompletion(COURSE, 'one', true);
    expect((await entries()).map((entry) => entry.map(({ key }) => key))).toEqual([
      [
        [COURSE, 'completion', 'one'],
        ['', 'setting', 'course'],
      ],
    ]);
  });

  test('has what was merged from elsewhere', async () => {
    await mergeInto([ticked('one')]);
    expect(await entries()).toEqual([[ticked('one')]]);
  });

  test('has one entry per write, however often it was started', async () => {
    startProgress(area);
    startProgress(area);
    await setCompletion(COURSE, 'one', true);
    await setCompletion(COURSE, 'two', true);
    expect(await entries()).toHaveLength(2);
  });

  test('has an empty entry for a large write, so that a snapshot follows', async () => {
    await mergeInto(Array.from({ length: 501 }, (_, at) => ticked(`${at}`)));
    expect(await entries()).toEqual([[]]);
  });

  test('has nothing of a write that failed', async () => {
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('no space', 'QuotaExceededError');
    });
    await expect(setCompletion(COURSE, 'one', true)).rejects.toMatchObject({ name: 'Fault' });
    expect(await entries()).toEqual([]);
  });

  test('does not have what is in the fallback store', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('A mutation operation was attempted', 'InvalidStateError');
    });
    forgetConnection();
    await setCompletion(COURSE, 'one', true);
    expect(await entries()).toEqual([]);
    expect(area.keysUnder('record:')).toHaveLength(2);
  });

  test('brings back what was done since the last snapshot when the database is lost', async () => {
    await setCompletion(COURSE, 'one', true);
    forgetConnection();
    await deleteDB('waymark');
    expect([...(await readProgress(COURSE)).completed]).toEqual(['one']);
  });

  test('is written although another subscriber fails', async () => {
    vi.stubGlobal('reportError', vi.fn());
    let heard: Write | undefined;
    let fails = true;
    onWrite((write) => {
      if (fails) throw new Error('a subscriber that fails');
      heard = write;
    });
    await setCompletion(COURSE, 'one', true);
    fails = false;
    await setCompletion(COURSE, 'two', true);
    expect(heard).toMatchObject({ inFallback: false });
    expect(await entries()).toHaveLength(2);
  });
});

describe('maintenance', () => {
  test('follows an action once the reader rests, also where the browser has no idle callbacks', async () => {
    await mergeInto([]);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    await setCompletion(COURSE, 'one', true);
    await vi.advanceTimersByTimeAsync(4000);
    expect(area.keysUnder('snapshot:')).toEqual([]);
    await vi.advanceTimersByTimeAsync(2000);
    vi.useRealTimers();
    await vi.waitFor(() => expect(area.keysUnder('snapshot:')).toHaveLength(2));
    await vi.waitFor(() => expect(area.keysUnder('journal:')).toEqual([]));
  });
});

describe('every document that uses progress', () => {
  const textOf = (file: string) => readFileSync(`${ROOT}/${file}`, 'utf8');

  test.each(['entrypoints/background.ts', 'entrypoints/sidepanel/main.tsx', 'entrypoints/hand-in/main.tsx'])(
    'starts the journal: %s',
    (file) => expect(textOf(file)).toContain('startProgress(browser.storage.local)'),
  );

  test('has no other way to set the storage area', () => {
    const files = ['components', 'catalog', 'entrypoints', 'progress'].flatMap((folder) =>
      readdirSync(`${ROOT}/${folder}`, { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.tsx?$/.test(name))
        .map((name) => `${folder}/${name}`),
    );
    expect(files.filter((file) => textOf(file).includes('setStorageArea')).sort()).toEqual([
      'progress/start.ts',
      'progress/store/storage-area.ts',
    ]);
  });
});
