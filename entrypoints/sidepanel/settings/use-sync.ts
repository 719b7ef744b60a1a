import { useEffect, useState } from 'preact/hooks';
import type { SyncStatus } from '../../../progress/sync/sync.ts';
import { followSync, setSync, syncSwitchedOn } from '../sync.ts';
import type { SettingsStatus } from './settings-status.ts';
import { syncInWords } from './sync-in-words.ts';

/** Whether sync is on and how it stands, and the switch. */
export function useSync(status: SettingsStatus) {
  const [on, setOn] = useState<boolean>();
  const [standing, setStanding] = useState<SyncStatus>({ state: 'off' });
  const [unread, setUnread] = useState<string>();
  const read = () =>
    syncSwitchedOn().then(
      (found) => {
        setOn(found);
        setUnread(undefined);
      },
      (error: unknown) => setUnread(String(error)),
    );
  useEffect(() => {
    void read();
    return followSync((news) => {
      setStanding(news);
      void read();
    });
  }, []);
  return {
    on,
    saying: [...syncInWords(standing), status.at('sync')?.sentence ?? unread ?? []].flat(),
    onSwitch: (wanted: boolean) =>
      status.run('sync', async () => {
        await setSync(wanted);
        await read();
        return undefined;
      }),
  };
}
