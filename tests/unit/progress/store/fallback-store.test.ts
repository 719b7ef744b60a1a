import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { markVisited, setCompletion, unmarkVisited } from '../../../../progress/actions.ts';
import { runMaintenance } from '../../../../progress/backups/maintain.ts';
import { readProgress } from '../../../../progress/progress.ts';
import { startProgress } from '../../../../progress/start.ts';
import { forgetConnection, openDatabase } from '../../../../progress/store/database.ts';
import { readStorageStatus } from '../../../../progress/store/storage-status.ts';
import { undo } from '../../../../progress/undo.ts';
import { mergeInto } from '../../../../progress/write.ts';
import { MemoryArea } from '../memory-area.ts';

const COURSE = 'a-course';
let area: MemoryArea;

beforeEach(() => {
  area = new MemoryArea();
  startProgress(area);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await deleteDB('waymark');
});

/** Like Firefox in a profile that keeps no history. */
const refuseDatabase = () =>
  vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('A mutation operation was attempted', 'InvalidStateError');
  });

describe('while the database does not open', () => {
  test('earlier records come from the snapshots, and everything is merged when the database opens again', async () => {
    await setCompletion(COURSE, 'before', true);
    await runMaintenance();
    await setCompletion(COURSE, 'after-the-snapshot', true);
    refuseDatabase();
    forgetConnection();
    expect([...(await readProgress(COURSE)).completed].sort()).toEqual(['after-the-snapshot', 'before']);
    await setCompletion(COURSE, 'later', true);
    await setCompletion(COURSE, 'before', false);
    vi.restoreAllMocks();
    forgetConnection();
    await runMaintenance();
    expect([...(await readProgress(COURSE)).completed].sort()).toEqual(['after-the-snapshot', 'later']);
    // One more is the setting with the current course.
    expect(await (await openDatabase()).count('records')).toBe(4);
    expect(area.keysUnder('written')).toEqual([]);
    // What the fallback store still has is older than what is done from now on.
    await setCompletion(COURSE, 'later', false);
    await runMaintenance();
    expect([...(await readProgress(COURSE)).completed]).toEqual(['after-the-snapshot']);
  });

  test('what the reader does is in the fallback store, and the reason is reported', async () => {
    refuseDatabase();
    await setCompletion(COURSE, 'one', true);
    await setCompletion(COURSE, 'two', true);
    await setCompletion(COURSE, 'one', false);
    await setCompletion('a-course-that-begins-alike', 'three', true);
    await markVisited(COURSE, 'a-resource');
    await unmarkVisited(COURSE, 'a-resource');
    const read = await readProgress(COURSE);
    expect([...read.completed]).toEqual(['two']);
    expect([...read.visited]).toEqual([]);
    expect(read.fallbackReason).toMatchObject({
      kind: 'closed',
      message: expect.stringContaining('mutation'),
    });
    expect(await readStorageStatus(true)).toMatchObject({
      store: 'area',
      lastSaved: expect.any(Number),
      evictable: false,
    });
    // One more is the setting with the current course.
    expect(area.keysUnder('record:')).toHaveLength(5);
    expect(area.keysUnder('snapshot:')).toEqual([]);
  });

  test('what does not fit is quarantined there too, and actions can be undone', async () => {
    refuseDatabase();
    await area.set({
      'record:["a-course","completion","odd"]': { key: [COURSE, 'completion', 'odd'], value: 5 },
    });
    expect((await readProgress(COURSE)).quarantined).toBe(1);
    expect((await readProgress(COURSE)).quarantined).toBe(1);
    expect(area.keysUnder('record:')).toEqual([]);
    await setCompletion(COURSE, 'one', true);
    const [action = ''] = area.keysUnder('action:');
    expect(await undo(action.slice('action:'.length))).toMatchObject({ undone: 1, kept: [] });
    expect([...(await readProgress(COURSE)).completed]).toEqual([]);
  });

  test('many panels that write at once lose nothing', async () => {
    refuseDatabase();
    await Promise.all(Array.from({ length: 20 }, (_, nth) => setCompletion(COURSE, `o-${nth}`, true)));
    expect((await readProgress(COURSE)).completed.size).toBe(20);
  });

  test('a full storage area is reported, and nothing is changed', async () => {
    refuseDatabase();
    await setCompletion(COURSE, 'one', true);
    vi.spyOn(area, 'set').mockRejectedValue(new Error('Resource::kQuotaBytes quota exceeded'));
    await expect(setCompletion(COURSE, 'one', false)).rejects.toMatchObject({ kind: 'full' });
    expect((await readProgress(COURSE)).completed.size).toBe(1);
  });

  test('and there is no storage area either, that is reported', async () => {
    refuseDatabase();
    startProgress(undefined as never);
    await expect(mergeInto([])).rejects.toMatchObject({ kind: 'closed' });
  });
});
