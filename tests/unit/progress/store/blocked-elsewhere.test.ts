import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { expect, test, vi } from 'vitest';

const newPanel = async () => {
  vi.resetModules();
  return import('../../../../progress/store/database.ts');
};

test('every panel reports that an older version has the database open, although the browser tells only the first that waits', async () => {
  const old = await openDB('waymark', 1, {
    upgrade(database) {
      database.createObjectStore('records', { keyPath: 'key' });
      database.createObjectStore('setAside', { autoIncrement: true });
    },
  });
  const [first, second] = [await newPanel(), await newPanel()];
  await expect(first.openDatabase()).rejects.toMatchObject({ kind: 'blocked' });
  // Browsers delay the next request until the one before is answered. fake-indexeddb does not.
  const open = vi.spyOn(indexedDB, 'open').mockReturnValue(new IDBOpenDBRequest());
  await expect(second.openDatabase()).rejects.toMatchObject({ kind: 'blocked' });
  open.mockRestore();
  old.close();
  await vi.waitUntil(() => first.openDatabase().catch(() => undefined));
});
