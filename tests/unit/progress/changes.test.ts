import 'fake-indexeddb/auto';
import * as fc from 'fast-check';
import { deleteDB } from 'idb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { savePlace, setCompletion } from '../../../progress/actions.ts';
import {
  ANY,
  announceChange,
  isTouched,
  onChange,
  prefixesOf,
  type Start,
} from '../../../progress/changes.ts';
import { COURSES, PACKS, saveCourse } from '../../../progress/courses.ts';
import { readProgress } from '../../../progress/progress.ts';
import { startProgress } from '../../../progress/start.ts';
import { mergeInto } from '../../../progress/write.ts';
import { anyRecord } from './any-record.ts';
import { MemoryArea } from './memory-area.ts';

const COURSE = 'a-course';
const place = (at: number) => ({ address: `https://handbook.gitlab.com/${at}`, title: 'A page', words: '' });

let area: MemoryArea;
beforeEach(() => {
  area = new MemoryArea();
  startProgress(area);
});
afterEach(async () => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  await deleteDB('waymark');
});

/** How often readers of each of `starts` were told during `work`. */
async function toldWhile(work: () => unknown, ...starts: Start[]): Promise<number[]> {
  const told = starts.map(() => 0);
  const stops = starts.map((start, at) =>
    onChange(() => void told.splice(at, 1, (told[at] ?? 0) + 1), [start]),
  );
  await work();
  for (const stop of stops) stop();
  return told;
}

/** Announces something as another panel does, and waits until this one has heard it. */
async function fromAnotherPanel(message: unknown): Promise<void> {
  const channel = new BroadcastChannel('waymark-progress');
  const heard = new Promise<void>((resolve) => {
    const stop = onChange(() => {
      stop();
      resolve();
    });
  });
  channel.postMessage(message);
  await heard;
  channel.close();
}

describe('what is read again', () => {
  test.each([
    ['the course itself', [COURSE], true],
    ['one kind of it', [COURSE, 'completion'], true],
    ['more of a key than was announced', [COURSE, 'completion', 'an-objective'], true],
    ['that kind of any course', [ANY, 'completion'], true],
    ['everything', [], true],
    ['another kind', [COURSE, 'note'], false],
    ['another course', ['another', 'completion'], false],
    ['a course that begins alike', [`${COURSE}-too`], false],
    ['another kind of any course', [ANY, 'pack'], false],
  ])('after a tick: %s', (_, start, reads) => {
    expect(isTouched([[COURSE, 'completion']], [start as Start])).toBe(reads);
  });

  test('every reader of a written record is told, however many records there are', () => {
    const records = fc.array(anyRecord(3), { minLength: 1, maxLength: 50 });
    fc.assert(
      fc.property(records, fc.nat(), fc.nat(3), fc.boolean(), (records, which, length, any) => {
        const { key } = records[which % records.length] as (typeof records)[number];
        const start: Start = key.slice(0, length).map((part, at) => (any && at === 0 ? ANY : part));
        expect(isTouched(prefixesOf(records), [start])).toBe(true);
      }),
    );
  });

  test('saving a place while scrolling makes nobody read courses, packs or settings again', async () => {
    const starts: Start[] = [[COURSE], COURSES, PACKS, ['', 'setting'], [ANY, 'completion'], [ANY, 'move']];
    expect(await toldWhile(() => savePlace(COURSE, place(1)), ...starts)).toEqual([1, 0, 0, 0, 0, 0]);
  });

  test('following a course makes those who show courses read again', async () => {
    const course = { id: COURSE, source: 'followed', address: 'https://a.test/', title: 'A' } as const;
    const kept = { ...course, archived: false, removed: false, place: 0 };
    expect(await toldWhile(() => saveCourse(kept, '{}'), COURSES, PACKS, [COURSE])).toEqual([1, 1, 0]);
  });

  test('a message of an older version has no prefixes, which means everything', async () => {
    expect(await toldWhile(() => fromAnotherPanel(null), [COURSE], PACKS)).toEqual([1, 1]);
  });

  test.each([
    ['text', 'all'],
    ['keys that are none', [[1]]],
    ['another form', { courses: ['a'] }],
  ])('so does what a newer one may announce: %s', async (_, message) => {
    expect(await toldWhile(() => fromAnotherPanel(message), [COURSE], PACKS)).toEqual([1, 1]);
  });

  test('another panel’s tick makes those who show its course read again', async () => {
    const tick = [[COURSE, 'completion']];
    expect(await toldWhile(() => fromAnotherPanel(tick), [COURSE], ['another'], PACKS)).toEqual([1, 0, 0]);
  });

  test('panels of older versions accept messages of this version, because they ignore the data', async () => {
    const channel = new BroadcastChannel('waymark-progress');
    const message = new Promise((resolve) => {
      channel.onmessage = ({ data }) => resolve(data);
    });
    announceChange([[COURSE, 'place']]);
    expect(await message).toEqual([[COURSE, 'place']]);
    channel.close();
  });
});

describe('a tick that is saved', () => {
  test('is not reported as unsaved because showing it failed', async () => {
    const reported = vi.fn();
    vi.stubGlobal('reportError', reported);
    const stop = onChange(() => {
      throw new Error('nothing to show it in');
    });
    await setCompletion(COURSE, 'an-objective', true);
    stop();
    vi.unstubAllGlobals();
    expect(reported).toHaveBeenCalled();
    expect([...(await readProgress(COURSE)).completed]).toEqual(['an-objective']);
  });
});

describe('while the reader scrolls', () => {
  test('the journal has only the last place, and no snapshot is made for it', async () => {
    await mergeInto([]);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    vi.stubGlobal('requestIdleCallback', (work: () => void) => work());
    for (const at of [1, 2, 3]) await savePlace(COURSE, place(at));
    await vi.advanceTimersByTimeAsync(60_000);
    vi.unstubAllGlobals();
    const [name, ...others] = area.keysUnder('journal:');
    expect(others).toEqual([]);
    expect((await area.get(name ?? ''))[name ?? '']).toMatchObject([
      { key: [COURSE, 'place'], value: place(3) },
    ]);
    expect(area.keysUnder('snapshot:')).toEqual([]);
  });
});
