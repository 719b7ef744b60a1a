import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { syncsAcrossDevices } from '../../platform/environment.ts';
import type { SyncStatus } from '../../progress/sync/sync.ts';
import { useLive } from '../state/signals.ts';
import { formatNumber } from '../ui/locale.ts';
import { formatTime } from './format-time.ts';
import { followSync, isSyncSwitchedOn, setSync } from './run-sync.ts';
import type { SettingsStatus } from './settings-status.ts';

/** Describes the state of sync. */
function describeState(status: SyncStatus): string[] {
  switch (status.state) {
    case 'off':
      return [];
    case 'waiting':
      return [i18n.t('sync.waiting')];
    case 'inSync':
      return [i18n.t('sync.inSync', [formatTime(status.at)])];
    case 'refused': {
      const again = formatTime(status.again);
      if (status.why === 'rate') return [i18n.t('sync.rate', [again])];
      if (status.why === 'full') return [i18n.t('sync.full', [again])];
      return [i18n.t(status.why === 'database' ? 'sync.database' : 'sync.failed', [status.message, again])];
    }
  }
}

/** Describes the state of sync and what was left out, in sentences; none while sync is off. */
function describeSync(status: SyncStatus): string[] {
  const {
    leftOut = 0,
    completionsLeftOut = 0,
    leftAlone = 0,
  } = 'exchanged' in status ? (status.exchanged ?? {}) : {};
  return [
    ...describeState(status),
    ...(leftOut > 0 ? [i18n.t('sync.leftOut', leftOut, [formatNumber(leftOut)])] : []),
    ...(completionsLeftOut > 0
      ? [i18n.t('sync.completionsLeftOut', completionsLeftOut, [formatNumber(completionsLeftOut)])]
      : []),
    ...(leftAlone > 0 ? [i18n.t('sync.leftAlone', leftAlone)] : []),
  ];
}

/** Whether sync is on, its state in sentences, and the switch. */
export function useSync(status: SettingsStatus) {
  const reread = useRef(() => {});
  const { found: on, failed } = useLive({
    key: '',
    read: isSyncSwitchedOn,
    when(again) {
      reread.current = again;
      return followSync(again);
    },
  });
  const [state, setState] = useState<SyncStatus>({ state: 'off' });
  /** Whether this browser only stores on this device what it should sync. */
  const [local, setLocal] = useState(false);
  useEffect(() => {
    void syncsAcrossDevices().then((carried) => setLocal(!carried));
    return followSync(setState);
  }, []);
  return {
    on,
    local,
    sentences: [...describeSync(state), status.at('sync')?.sentence ?? failed?.message ?? []].flat(),
    onSwitch: (wanted: boolean) =>
      status.run('sync', async () => {
        await setSync(wanted);
        reread.current();
        return undefined;
      }),
  };
}
