import { useEffect, useRef, useState } from 'preact/hooks';
import { carriesSyncedArea } from '../../platform/synced-area.ts';
import type { SyncStatus } from '../../progress/sync/sync.ts';
import { useLive } from '../state/use-live.ts';
import { followSync, setSync, syncSwitchedOn } from './run-sync.ts';
import type { SettingsStatus } from './settings-status.ts';
import { syncInWords } from './sync-in-words.ts';

/** Whether sync is on and how it stands, and the switch. */
export function useSync(status: SettingsStatus) {
  const again = useRef(() => {});
  const { found: on, failed } = useLive({
    key: '',
    read: syncSwitchedOn,
    when(reread) {
      again.current = reread;
      return followSync(reread);
    },
  });
  const [standing, setStanding] = useState<SyncStatus>({ state: 'off' });
  const [local, setLocal] = useState(false);
  useEffect(() => {
    void carriesSyncedArea().then((carried) => setLocal(!carried));
    return followSync(setStanding);
  }, []);
  return {
    on,
    local,
    saying: [...syncInWords(standing), status.at('sync')?.sentence ?? failed?.message ?? []].flat(),
    onSwitch: (wanted: boolean) =>
      status.run('sync', async () => {
        await setSync(wanted);
        again.current();
        return undefined;
      }),
  };
}
