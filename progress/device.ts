import { DEVICE, storageArea } from './store/storage-area.ts';

let known: Promise<string> | undefined;

/**
 * The id of this browser profile, for timestamps. The first call makes it. It is '' if no id can be stored: then two records with
 * one time are ordered by their values instead.
 */
export function deviceId(): Promise<string> {
  known ??= navigator.locks.request('waymark-device', async () => {
    try {
      const stored = (await storageArea?.get(DEVICE))?.[DEVICE];
      if (typeof stored === 'string' && stored.length <= 40) return stored;
      const made = storageArea ? crypto.randomUUID() : '';
      await storageArea?.set({ [DEVICE]: made });
      return made;
    } catch {
      return '';
    }
  });
  return known;
}
