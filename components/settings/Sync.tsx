import { i18n } from '#i18n';
import { Region } from '../ui/Region.tsx';
import { useAction } from '../ui/use-action.ts';
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
  const [isRunning, start] = useAction(onSwitch, 'switch sync');
  const explained = local ? i18n.t('sync.local') : i18n.t('sync.explained');
  return (
    <Region title={i18n.t('sync.title')}>
      <label class="switch">
        <input
          type="checkbox"
          checked={on === true && !forbidden}
          disabled={on === undefined || forbidden || (local && !on)}
          aria-disabled={isRunning || undefined}
          onClick={(event) => {
            // The box changes when the choice has been saved, like all checkboxes of the panel.
            event.preventDefault();
            start(!on);
          }}
        />
        <span>{i18n.t('sync.label')}</span>
      </label>
      {forbidden ? <p>{i18n.t('sync.forbidden')}</p> : <p class="quiet">{explained}</p>}
      <div role="status" class="saying">
        {sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
    </Region>
  );
}
