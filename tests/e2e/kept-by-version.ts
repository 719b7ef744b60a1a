import type { Panel } from '../browsers/reader.ts';
import type { Dump } from '../fixtures/databases.ts';

/** Makes the browser keep what a dump says, and nothing else; no database of version 0. Runs in the extension, and needs nothing around it. */
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

/** All that the browser keeps of the reader's doings, as one text. Runs in the extension, and needs nothing around it. */
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

/** Clicks the button with this text when it is there: not by the mouse, since what is above it may still be coming. */
export const press = (panel: Panel, text: string) =>
  panel.waitFor((wanted) => {
    const buttons = [...document.querySelectorAll<HTMLElement>('button')];
    const button = buttons.find(({ textContent }) => textContent === wanted);
    button?.click();
    return button !== undefined;
  }, text);
