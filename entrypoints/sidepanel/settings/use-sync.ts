import { useEffect, useState } from 'preact/hooks';
import type { SyncStatus } from '../../../progress/sync/sync.ts';
import { followSync, setSync, syncSwitchedOn } from '../sync.ts';
import { syncInWords } from './sync-in-words.ts';

/** Whether sync is on and how it stands, and the switch. */
export function useSync() {
  const [on, setOn] = useState<boolean>();
  const [status, setStatus] = useState<SyncStatus>({ state: 'off' });
  const [failed, setFailed] = useState<string>();
  const read = () => syncSwitchedOn().then(setOn, (error: unknown) => setFailed(String(error)));
  useEffect(() => {
    void read();
    return followSync((news) => {
      setStatus(news);
      void read();
    });
  }, []);
  return {
    on,
    saying: [...syncInWords(status), ...(failed ? [failed] : [])],
    onSwitch(wanted: boolean) {
      setSync(wanted).then(read, (error: unknown) => setFailed(String(error)));
    },
  };
}
