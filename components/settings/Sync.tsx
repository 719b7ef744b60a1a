import { i18n } from '#i18n';
import { Region } from '../ui/Region.tsx';
import { useAction } from '../ui/use-action.ts';

interface Props {
  /** undefined before it is known. */
  on: boolean | undefined;
  /** This browser keeps on this device what it would have to sync. */
  local: boolean;
  /** How it stands, in sentences; none while it is off. */
  saying: readonly string[];
  /** The organisation has switched it off. */
  forbidden: boolean;
  onSwitch: (on: boolean) => Promise<unknown>;
}

/** Switches sync by the browser's account, and says how it stands. */
export function Sync({ on, local, saying, forbidden, onSwitch }: Props) {
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
            // It shows when it is kept, as a tick does.
            event.preventDefault();
            start(!on);
          }}
        />
        <span>{i18n.t('sync.label')}</span>
      </label>
      {forbidden ? <p>{i18n.t('sync.forbidden')}</p> : <p class="quiet">{explained}</p>}
      <div role="status" class="saying">
        {saying.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
    </Region>
  );
}
