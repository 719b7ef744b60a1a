import { browser } from '../../platform/browser.ts';
import { under } from '../../progress/changes.ts';
import { readStorageStatus, SAVED } from '../../progress/store/storage-status.ts';
import { useLive } from '../state/signals.ts';
import { formatMoment } from './format-time.ts';

/** Where progress is stored, as far as the browser tells. Times are texts. */
interface StorageInfo {
  store: 'database' | 'area';
  lastSaved: string | undefined;
  lastBackup: string | undefined;
  /** Whether the browser may delete it when disk space runs low; undefined if the browser doesn't say. */
  evictable: boolean | undefined;
}

const format = (time: number | undefined) => (time === undefined ? undefined : formatMoment(time));

const QUERY = {
  key: '',
  async read(): Promise<StorageInfo> {
    const unlimited = browser.runtime.getManifest().permissions?.includes('unlimitedStorage') ?? false;
    const { store, lastSaved, lastSnapshot, evictable } = await readStorageStatus(unlimited);
    return { store, lastSaved: format(lastSaved), lastBackup: format(lastSnapshot), evictable };
  },
  when: under(...SAVED),
};

/** Where progress is stored; undefined until that is known, or if progress can't be read. */
export function useStorage(): StorageInfo | undefined {
  const { found, failed } = useLive(QUERY);
  return failed ? undefined : found;
}
