import { browser } from '../../platform/browser.ts';
import { under } from '../../progress/changes.ts';
import { readStorageStatus, SAVED } from '../../progress/store/storage-status.ts';
import { useLive } from '../state/use-live.ts';
import { momentInWords } from './in-words.ts';
import type { KeptProps } from './Storage.tsx';

const inWords = (time: number | undefined) => (time === undefined ? undefined : momentInWords(time));

const KEPT = {
  key: '',
  async read(): Promise<KeptProps> {
    const unlimited = browser.runtime.getManifest().permissions?.includes('unlimitedStorage') ?? false;
    const { store, lastSaved, lastSnapshot, evictable } = await readStorageStatus(unlimited);
    return { store, lastSaved: inWords(lastSaved), lastCopy: inWords(lastSnapshot), evictable };
  },
  when: under(...SAVED),
};

/** Where progress is kept; undefined before that is known, and where progress cannot be read. */
export function useKept(): KeptProps | undefined {
  const { found, failed } = useLive(KEPT);
  return failed ? undefined : found;
}
