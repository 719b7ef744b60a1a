import 'fake-indexeddb/auto';
import { deleteDB, openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { setCompletion } from '../../../../progress/actions.ts';
import { onChange } from '../../../../progress/changes.ts';
import { readProgress } from '../../../../progress/progress.ts';
import { startProgress } from '../../../../progress/start.ts';
import { openDatabase } from '../../../../progress/store/database.ts';
import { mergeInto } from '../../../../progress/write.ts';
import { MemoryArea } from '../memory-area.ts';

const COURSE = 'a-course';
const record = { key: [COURSE, 'completion', 'an-objective'], value: true, time: 1, count: 0, device: '' };

beforeEach(() => startProgress(new MemoryArea()));
afterEach(async () => {
  vi.restoreAllMocks();
  await deleteDB('waymark');
});

const withNewer = async (fill: (database: IDBDatabase) => void) => {
  await deleteDB('waymark');
  (await openDB('waymark', 99, { upgrade: (database) => fill(database as unknown as IDBDatabase) })).close();
};

describe('a database of a newer version', () => {
  test('is read as far as this version knows it, and never written', async () => {
    const unknown = { ...record, key: [COURSE, 'star', 'a-resource'], value: 5 };
    await withNewer((database) => {
      const store = database.createObjectStore('records', { keyPath: 'key' });
      for (const value of [record, unknown]) store.put(value);
    });
    const read = await readProgress(COURSE);
    expect(read.completed).toEqual(new Set(['an-objective']));
    expect(read.fallbackReason?.kind).toBe('newer');
    expect(read.quarantined).toBe(0);
    await expect(setCompletion(COURSE, 'another', true)).rejects.toMatchObject({ kind: 'newer' });
    const database = await openDB('waymark');
    expect(await database.count('records')).toBe(2);
    database.close();
  });

  test('that is entirely new cannot be read, and the reason is reported', async () => {
    await withNewer((database) => void database.createObjectStore('everything'));
    await expect(readProgress(COURSE)).rejects.toMatchObject({ kind: 'newer' });
  });
});

describe('an older version with the database open in another window', () => {
  test('is reported, and progress is read when it closes the database', async () => {
    const old = await openDB('waymark', 1, {
      upgrade(database) {
        database.createObjectStore('records', { keyPath: 'key' }).put({ ...record, count: undefined });
        database.createObjectStore('setAside', { autoIncrement: true });
      },
    });
    await expect(readProgress(COURSE)).rejects.toMatchObject({ kind: 'blocked' });
    await expect(setCompletion(COURSE, 'another', true)).rejects.toMatchObject({ kind: 'blocked' });
    const changed = new Promise<void>((resolve) => {
      const stop = onChange(() => resolve(stop()));
    });
    old.close();
    await changed;
    expect((await readProgress(COURSE)).completed).toEqual(new Set(['an-objective']));
  });
});

describe('a write that fails', () => {
  const failing = (error: DOMException) =>
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore) {
      this.transaction.abort();
      Object.defineProperty(this.transaction, 'error', { value: error });
      throw error;
    });

  test.each([
    ['QuotaExceededError', 'full'],
    ['AbortError', 'aborted'],
    ['UnknownError', 'failed'],
  ])('by %s changes nothing and is told as %s', async (name, kind) => {
    await setCompletion(COURSE, 'an-objective', true);
    const put = failing(new DOMException('no', name));
    await expect(setCompletion(COURSE, 'an-objective', false)).rejects.toMatchObject({ kind });
    put.mockRestore();
    expect((await readProgress(COURSE)).completed).toEqual(new Set(['an-objective']));
    await setCompletion(COURSE, 'an-objective', false);
    expect((await readProgress(COURSE)).completed).toEqual(new Set());
  });

  test('because the browser has closed the connection is done again in a new one', async () => {
    await setCompletion(COURSE, 'an-objective', true);
    (await openDatabase()).close();
    await setCompletion(COURSE, 'another', true);
    (await openDatabase()).close();
    expect((await readProgress(COURSE)).completed).toEqual(new Set(['an-objective', 'another']));
  });

  test('leaves no part of a large merge', async () => {
    await setCompletion(COURSE, 'an-objective', true);
    const put = IDBObjectStore.prototype.put;
    let puts = 0;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, value) {
      if (++puts > 300) throw new DOMException('no', 'QuotaExceededError');
      return put.call(this, value);
    });
    const many = Array.from({ length: 400 }, (_, nth) => ({
      ...record,
      key: [COURSE, 'completion', `o-${nth}`],
    }));
    await expect(mergeInto(many)).rejects.toMatchObject({ kind: 'full' });
    expect((await readProgress(COURSE)).completed).toEqual(new Set(['an-objective']));
  });
});
