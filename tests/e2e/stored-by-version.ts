import type { Panel } from '../browsers/reader.ts';
import type { Dump } from '../fixtures/databases.ts';

/**
 * Replaces the stored data with that of a dump, but not a database of version 0. Runs in the extension, so it uses nothing outside
 * itself.
 */
export const fill = async (
  { name, version, stores, area = {} }: Dump,
  synced: Record<string, unknown> = {},
): Promise<void> => {
  await new Promise<void>((resolve, reject) => {
    indexedDB.deleteDatabase(name);
    if (version === 0) return resolve();
    const opening = indexedDB.open(name, version);
    opening.onupgradeneeded = () => {
      for (const [store, { values, ...how }] of Object.entries(stores)) {
        const created = opening.result.createObjectStore(store, how);
        for (const value of values) created.add(value);
      }
    };
    opening.onsuccess = () => resolve(opening.result.close());
    opening.onerror = () => reject(opening.error);
  });
  for (const [kind, items] of [['local', area] as const, ['sync', synced] as const]) {
    await chrome.storage[kind].clear();
    await chrome.storage[kind].set(items);
  }
};

/** Returns all stored progress as one text. Runs in the extension, so it uses nothing outside itself. */
export const kept = async (): Promise<string> => {
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const database = await done(indexedDB.open('waymark'));
  const stores: unknown[] = [database.version];
  for (const name of database.objectStoreNames) {
    const store = database.transaction(name).objectStore(name);
    stores.push([name, await done(store.getAllKeys()), await done(store.getAll())]);
  }
  database.close();
  const areas: unknown[] = [];
  for (const kind of ['local', 'sync'] as const) {
    areas.push(Object.entries(await chrome.storage[kind].get(null)).sort(([a], [b]) => (a < b ? -1 : 1)));
  }
  return JSON.stringify([stores, areas]);
};

/** Clicks the button with this text once it exists. Not with the mouse, since content above it may still load. */
export const press = (panel: Panel, text: string) =>
  panel.waitFor((wanted) => {
    const buttons = [...document.querySelectorAll<HTMLElement>('button')];
    const button = buttons.find(({ textContent }) => textContent === wanted);
    button?.click();
    return button !== undefined;
  }, text);
