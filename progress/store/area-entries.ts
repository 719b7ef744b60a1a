import { storageArea } from './storage-area.ts';

/** All that the area holds under keys that begin with `prefix`, in the order of their keys. */
export async function entriesUnder(prefix: string): Promise<[key: string, value: unknown][]> {
  if (!storageArea) return [];
  // Without `getKeys` all has to be loaded to know what there is.
  const keys = (await storageArea.getKeys?.())?.filter((key) => key.startsWith(prefix)) ?? null;
  if (keys?.length === 0) return [];
  return Object.entries(await storageArea.get(keys))
    .filter(([key]) => key.startsWith(prefix))
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
