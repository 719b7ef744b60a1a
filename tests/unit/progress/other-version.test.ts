import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { setCompletion } from '../../../progress/actions.ts';
import { runMaintenance } from '../../../progress/backups/maintain.ts';
import { readRestored } from '../../../progress/backups/restore.ts';
import { readProgress } from '../../../progress/progress.ts';
import { startProgress } from '../../../progress/start.ts';
import { forgetConnection, openDatabase } from '../../../progress/store/database.ts';
import { MemoryArea } from './memory-area.ts';

const COURSE = 'a-course';
const stamp = { time: 1, count: 0, device: 'another' };
const ticked = (objective: string, value: unknown = true) => ({
  key: [COURSE, 'completion', objective],
  value,
  ...stamp,
});
/** A record of a kind that only a later version knows. */
const star = { key: [COURSE, 'star', 'an-objective'], value: 5, ...stamp };
let area: MemoryArea;

beforeEach(() => {
  area = new MemoryArea();
  startProgress(area);
});
afterEach(async () => {
  vi.restoreAllMocks();
  forgetConnection();
  await deleteDB('waymark');
});

async function setAside(...records: unknown[]): Promise<void> {
  const database = await openDatabase();
  for (const found of records) await database.add('setAside', { found, time: 1 });
}
const aside = async () => (await (await openDatabase()).getAll('setAside')).map(({ found }) => found);

describe('what an earlier version quarantined and this one can read', () => {
  test('is released; what this version cannot read either stays in quarantine', async () => {
    await setAside(ticked('one'), star, ticked('two', 'perhaps'), null, ticked('three'));
    expect((await readProgress(COURSE)).completed).toEqual(new Set());
    await runMaintenance();
    const read = await readProgress(COURSE);
    expect(read.completed).toEqual(new Set(['one', 'three']));
    expect(read.quarantined).toBe(3);
    expect(await aside()).toEqual([star, ticked('two', 'perhaps'), null]);
  });

  test('does not replace what was done since', async () => {
    await setCompletion(COURSE, 'one', true);
    await setAside(ticked('one', false));
    await runMaintenance();
    expect((await readProgress(COURSE)).completed).toEqual(new Set(['one']));
    expect(await aside()).toEqual([]);
  });

  test('stays in quarantine if it claims an impossible time', async () => {
    const late = { ...ticked('one'), time: Number.MAX_SAFE_INTEGER };
    await setAside(late);
    await runMaintenance();
    expect(await aside()).toEqual([late]);
  });

  test('is released in the fallback store, too', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('A mutation operation was attempted', 'InvalidStateError');
    });
    forgetConnection();
    await area.set({ 'aside:1': { found: ticked('one'), time: 1 }, 'aside:2': { found: star, time: 1 } });
    await runMaintenance();
    const read = await readProgress(COURSE);
    expect(read.completed).toEqual(new Set(['one']));
    expect(read.quarantined).toBe(1);
    expect(area.keysUnder('aside:')).toEqual(['aside:2']);
  });
});

describe('backups that a later version made', () => {
  test('are whole, whatever kinds of records are in them', async () => {
    const lines = [ticked('one'), star].map((record) => `${JSON.stringify(record)}\n`).join('');
    const gzip = new Blob([lines]).stream().pipeThrough(new CompressionStream('gzip'));
    const records = Buffer.from(await new Response(gzip).arrayBuffer()).toString('base64');
    await area.set({
      'snapshot:latest': { format: 1, time: 1, count: 2, records },
      'journal:1': [ticked('two'), star],
    });
    const read = await readProgress(COURSE);
    expect(read.completed).toEqual(new Set(['one', 'two']));
    expect(await readRestored()).toMatchObject({ records: 2, damaged: 0 });
  });
});
