import { useEffect, useState } from 'preact/hooks';
import type { KeptProps } from '../../../components/settings/Kept.tsx';
import { browser } from '../../../platform/browser.ts';
import { onChange } from '../../../progress/changes.ts';
import { whereKept } from '../../../progress/where.ts';
import { momentInWords } from './in-words.ts';

const inWords = (time: number | undefined) => (time === undefined ? undefined : momentInWords(time));

/** Where progress is kept; undefined before that is known, and where progress cannot be read. */
export function useKept(): KeptProps | undefined {
  const [kept, setKept] = useState<KeptProps>();
  useEffect(() => {
    let ended = false;
    const update = async () => {
      const unlimited = browser.runtime.getManifest().permissions?.includes('unlimitedStorage') ?? false;
      const { store, lastSaved, lastSnapshot, evictable } = await whereKept(unlimited);
      if (!ended)
        setKept({ store, lastSaved: inWords(lastSaved), lastCopy: inWords(lastSnapshot), evictable });
    };
    const read = () => void update().catch(() => setKept(undefined));
    read();
    const stop = onChange(read);
    return () => {
      ended = true;
      stop();
    };
  }, []);
  return kept;
}
