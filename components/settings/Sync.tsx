import { i18n } from '#i18n';
import { Region } from '../Region.tsx';

interface Props {
  /** undefined before it is known. */
  on: boolean | undefined;
  /** How it stands, in sentences; none while it is off. */
  saying: readonly string[];
  /** The organisation has switched it off. */
  forbidden: boolean;
  onSwitch: (on: boolean) => void;
}

/** Switches sync by the browser's account, and says how it stands. */
export function Sync({ on, saying, forbidden, onSwitch }: Props) {
  return (
    <Region title={i18n.t('sync.title')}>
      <label class="switch">
        <input
          type="checkbox"
          checked={on === true && !forbidden}
          disabled={on === undefined || forbidden}
          onClick={(event) => {
            // It shows when it is kept, as a tick does.
            event.preventDefault();
            onSwitch(!on);
          }}
        />
        <span>{i18n.t('sync.label')}</span>
      </label>
      {forbidden ? <p>{i18n.t('sync.forbidden')}</p> : <p class="quiet">{i18n.t('sync.explained')}</p>}
      <div role="status" class="saying">
        {saying.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
    </Region>
  );
}
