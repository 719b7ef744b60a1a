import { storageArea } from './store/storage-area.ts';

const KEY = 'device';
let known: Promise<string> | undefined;

/**
 * The id of this browser profile, which stamps bear; made at the first call. '' where none can be kept: then a record's
 * value decides what its writer otherwise would.
 */
export function deviceId(): Promise<string> {
  known ??= navigator.locks.request('waymark-device', async () => {
    try {
      const kept = (await storageArea?.get(KEY))?.[KEY];
      if (typeof kept === 'string' && kept.length <= 40) return kept;
      const made = storageArea ? crypto.randomUUID() : '';
      await storageArea?.set({ [KEY]: made });
      return made;
    } catch {
      return '';
    }
  });
  return known;
}
