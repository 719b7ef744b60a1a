import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { setCompletion } from '../../../progress/actions.ts';
import { startMaintenance } from '../../../progress/backups/start-maintenance.ts';
import { onChange, type Start } from '../../../progress/changes.ts';
import { PACKS } from '../../../progress/courses.ts';
import { readProgress } from '../../../progress/progress.ts';
import type { ProgressRecord } from '../../../progress/records.ts';
import { startProgress } from '../../../progress/start.ts';
import { forgetConnection } from '../../../progress/store/database.ts';
import { MemoryArea } from './memory-area.ts';

const COURSE = 'a-course';
const ticked = (objective: string): ProgressRecord => ({
  key: [COURSE, 'completion', objective],
  value: true,
  time: 1,
  count: 0,
  device: 'other',
});

/** Like the browser's, it reports every change. Listeners of an earlier area also hear a later one. */
const listeners = new Set<(changes: Record<string, { newValue?: unknown }>) => void>();
class TellingArea extends MemoryArea {
  readonly onChanged = {
    addListener: (listener: typeof listeners extends Set<infer L> ? L : never) =>
      void listeners.add(listener),
  };
  override async set(items: Record<string, unknown>): Promise<void> {
    await super.set(items);
    const changes = Object.fromEntries(Object.entries(items).map(([key, newValue]) => [key, { newValue }]));
    for (const listener of listeners) listener(changes);
  }
}

let area: TellingArea;
beforeEach(() => {
  area = new TellingArea();
  startProgress(area);
  // Like Firefox in a private window.
  vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('A mutation operation was attempted', 'InvalidStateError');
  });
  forgetConnection();
});
afterEach(async () => {
  vi.restoreAllMocks();
  forgetConnection();
  await deleteDB('waymark');
});

/** How often readers of each of `starts` were told, until readers of `until` were told. */
async function toldUntil(until: Start, work: () => unknown, ...starts: Start[]): Promise<number[]> {
  const told = starts.map(() => 0);
  const stops = starts.map((start, at) =>
    onChange(() => void told.splice(at, 1, (told[at] ?? 0) + 1), [start]),
  );
  const heard = new Promise<void>((resolve) => stops.push(onChange(() => resolve(), [until])));
  await work();
  await heard;
  for (const stop of stops) stop();
  return told;
}

describe('a private window', () => {
  test('shows what another private window has ticked, and reads nothing else again', async () => {
    await startMaintenance();
    const tick = { [`record:${JSON.stringify(ticked('one').key)}`]: ticked('one'), written: 'anew' };
    const told = await toldUntil([COURSE, 'completion'], () => area.set(tick), ['another'], PACKS);
    expect(told).toEqual([0, 0]);
    expect([...(await readProgress(COURSE)).completed]).toEqual(['one']);
  });

  test('shows what a normal window has ticked, whichever course it shows', async () => {
    await startMaintenance();
    await readProgress('another');
    const tick = { 'journal:1': [ticked('two')] };
    const told = await toldUntil([COURSE, 'completion'], () => area.set(tick), ['another'], PACKS);
    expect(told).toEqual([0, 0]);
    expect([...(await readProgress(COURSE)).completed]).toContain('two');
  });

  test('ignores what it knows already', async () => {
    await startMaintenance();
    await area.set({ 'journal:1': [ticked('two')] });
    await vi.waitFor(async () => expect((await readProgress(COURSE)).completed).toContain('two'));
    const told = await toldUntil(['another'], async () => {
      await area.set({ 'journal:2': [ticked('two')] });
      await setCompletion('another', 'one', true);
    }, [COURSE]);
    expect(told).toEqual([0]);
  });
});
