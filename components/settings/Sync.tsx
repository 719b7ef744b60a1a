import { i18n } from '#i18n';
import { LearnMore } from '../ui/LearnMore.tsx';
import { Region } from '../ui/Region.tsx';
import { Switch } from './Switch.tsx';
import type { SettingsStatus } from './settings-status.ts';
import { useSync } from './use-sync.ts';

interface Props {
  status: SettingsStatus;
  /** The reader's organisation has turned sync off. */
  forbidden: boolean;
}

/** The switch for sync through the browser's account, and its state. */
export function Sync({ status, forbidden }: Props) {
  const { on, local, sentences, onSwitch } = useSync(status);
  return (
    <Region title={i18n.t('sync.title')}>
      <Switch
        label={i18n.t('sync.label')}
        isOn={on === true && !forbidden}
        disabled={on === undefined || forbidden || (local && !on)}
        name="switch sync"
        onSwitch={onSwitch}
      />
      {forbidden ? (
        <p>{i18n.t('sync.forbidden')}</p>
      ) : (
        <p class="quiet">{i18n.t(local ? 'sync.local' : 'sync.explained')}</p>
      )}
      <div role="status" class="saying">
        {sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      {!forbidden && (
        <LearnMore about={i18n.t('sync.title')}>
          <p>{i18n.t(local ? 'sync.moreLocal' : 'sync.more')}</p>
        </LearnMore>
      )}
    </Region>
  );
}
