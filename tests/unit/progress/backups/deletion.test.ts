import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { setCompletion } from '../../../../progress/actions.ts';
import { deleteEverything, restoreDeleted } from '../../../../progress/backups/delete-everything.ts';
import { runMaintenance } from '../../../../progress/backups/maintain.ts';
import { readHistory } from '../../../../progress/history.ts';
import { readProgress } from '../../../../progress/progress.ts';
import { replicaOf } from '../../../../progress/replica.ts';
import { startProgress } from '../../../../progress/start.ts';
import { openDatabase } from '../../../../progress/store/database.ts';
import { withProgressLock } from '../../../../progress/store/locks.ts';
import { exchange, type WhileOn } from '../../../../progress/sync/exchange.ts';
import { isSyncOn, switchSync } from '../../../../progress/sync/switch.ts';
import { canUndo, undo } from '../../../../progress/undo.ts';
import { MemoryArea } from '../memory-area.ts';
import { MemoryReplica } from '../memory-replica.ts';
import { completions } from '../samples.ts';
import { FakeArea } from '../sync/fake-area.ts';

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

/** Like the panel's: it reads the switch under the lock that deleting takes. */
const whileOn: WhileOn = (work) =>
  withProgressLock(async () => ((await isSyncOn(area)) ? work() : undefined));
const turns = async (count: number) => {
  for (let turn = 0; turn < count; turn++) await new Promise((resolve) => setImmediate(resolve));
};
const stored = async () => (await replicaOf().readAll()).length;

/** A synced area that another computer has written to. */
async function syncedArea(): Promise<FakeArea> {
  const synced = new FakeArea();
  await exchange(
    synced,
    new MemoryReplica(completions(3)),
    () => 32,
    (work) => work(),
  );
  return synced;
}

describe('what was deleted', () => {
  // More steps than an exchange has, so that the deletion happens at each of them.
  test.each(Array.from({ length: 40 }, (_, at) => at))(
    'does not come back by a sync that was running, %i steps into it',
    async (steps) => {
      const synced = await syncedArea();
      await switchSync(area, true);
      await setCompletion(COURSE, 'one', true);
      const running = exchange(synced, replicaOf(), () => 32, whileOn);
      await turns(steps);
      await deleteEverything();
      await running;
      expect(await stored()).toBe(0);
      expect(await isSyncOn(area)).toBe(false);
    },
  );

  test('is not handed to the browser’s account after it was deleted', async () => {
    const synced = await syncedArea();
    await switchSync(area, true);
    await setCompletion(COURSE, 'one', true);
    const before = new Map(synced.items);
    const found = await exchange(
      synced,
      replicaOf(),
      () => {
        // After merging, before writing.
        void deleteEverything();
        return 32;
      },
      whileOn,
    );
    expect(found).toBeUndefined();
    expect(synced.items).toEqual(before);
  });

  test('does not come back through another panel’s journal entry a moment later', async () => {
    await setCompletion(COURSE, 'one', true);
    const journal = area.keysUnder('journal:').map((key) => [key, area.kept.get(key)] as const);
    expect(journal).toHaveLength(1);
    const { remove } = area;
    let late = false;
    area.remove = async (keys) => {
      await remove.call(area, keys);
      // It was written before everything was deleted, and is added to the journal after the backups were deleted.
      if (!late) for (const [key, value] of journal) area.kept.set(key, value ?? '');
      late = true;
    };
    await deleteEverything();
    expect((await readProgress(COURSE)).completed.size).toBe(0);
    expect(area.keysUnder('')).toEqual([]);
  });

  test('is still there, with its backups, if the browser refuses to delete it', async () => {
    await setCompletion(COURSE, 'one', true);
    await runMaintenance();
    const before = new Map(area.kept);
    vi.spyOn(IDBObjectStore.prototype, 'clear').mockImplementation(() => {
      throw new DOMException('', 'InvalidStateError');
    });
    await expect(deleteEverything()).rejects.toThrow();
    vi.restoreAllMocks();
    // One more is the setting with the current course.
    expect(await stored()).toBe(2);
    expect(area.kept).toEqual(before);
  });
});

describe('restoring what was deleted', () => {
  test('brings back ticks, history with its Undo, backups, the quarantine and the sync switch', async () => {
    await setCompletion(COURSE, 'one', true);
    await runMaintenance();
    await setCompletion(COURSE, 'two', true);
    await (await openDatabase()).add('setAside', { found: { key: ['?'] }, time: 1 });
    await switchSync(area, true);
    const before = { area: new Map(area.kept), records: await replicaOf().readAll() };
    const deleted = await deleteEverything();
    expect(area.kept.size).toBe(0);
    expect(await readHistory()).toEqual([]);
    await restoreDeleted(deleted);
    expect(await replicaOf().readAll()).toEqual(before.records);
    for (const [key, value] of before.area) expect(area.kept.get(key), key).toBe(value);
    expect(await (await openDatabase()).count('setAside')).toBe(1);
    const [day] = await readHistory();
    expect(day?.entries.map((each) => 'undoable' in each && each.undoable)).toEqual([true, true]);
    const [last] = day?.entries ?? [];
    await undo(last && 'action' in last ? last.action.id : '');
    expect((await readProgress(COURSE)).completed).toEqual(new Set(['one']));
  });

  test('does not overwrite what was done since', async () => {
    await setCompletion(COURSE, 'one', true);
    await setCompletion(COURSE, 'two', true);
    const deleted = await deleteEverything();
    // Two writes in the same millisecond would not be ordered.
    const then = Date.now();
    await vi.waitUntil(() => Date.now() > then, { interval: 1 });
    await setCompletion(COURSE, 'two', false);
    await restoreDeleted(deleted);
    expect((await readProgress(COURSE)).completed).toEqual(new Set(['one']));
  });

  test('succeeds at the second try if the first one failed', async () => {
    await setCompletion(COURSE, 'one', true);
    await runMaintenance();
    const deleted = await deleteEverything();
    area.refuses = new Error('full');
    await expect(restoreDeleted(deleted)).rejects.toThrow();
    area.refuses = undefined;
    await restoreDeleted(deleted);
    expect((await readProgress(COURSE)).completed).toEqual(new Set(['one']));
    expect(area.keysUnder('snapshot:')).not.toEqual([]);
  });
});

describe('an Undo', () => {
  const lastAction = async () => (await (await openDatabase()).getAllKeys('actions')).at(-1) ?? '';

  test('is offered until it was used, or until its records were written again', async () => {
    await setCompletion(COURSE, 'one', true);
    const first = await lastAction();
    expect(await canUndo(first)).toBe(true);
    await undo(first);
    expect(await canUndo(first)).toBe(false);
    await setCompletion(COURSE, 'two', true);
    const second = await lastAction();
    await setCompletion(COURSE, 'two', false);
    expect([await canUndo(second), await canUndo(await lastAction())]).toEqual([false, true]);
    await deleteEverything();
    expect(await canUndo(second)).toBe(false);
  });
});
