import { i18n } from '#i18n';
import { setSingleKeys, singleKeys } from '../state/shortcuts.ts';
import type { OpenSheet } from '../state/view.ts';
import { Region } from '../ui/Region.tsx';
import { useAction } from '../ui/use-action.ts';
import type { SettingsStatus } from './settings-status.ts';

interface Props {
  status: SettingsStatus;
  onSheet: OpenSheet;
}

/** Shows the keyboard shortcuts, and switches those of a single key. */
export function Keyboard({ status, onSheet }: Props) {
  const isOn = singleKeys.value;
  const [isRunning, change] = useAction(
    (on: boolean) =>
      status.run('keyboard', async () => {
        await setSingleKeys(on);
        return undefined;
      }),
    'switch the single keys',
  );
  return (
    <Region title={i18n.t('keys.title')}>
      <label class="switch">
        <input
          type="checkbox"
          checked={isOn === true}
          disabled={isOn === undefined}
          aria-disabled={isRunning || undefined}
          onClick={(event) => {
            // The box changes when the choice has been saved, like all checkboxes of the panel.
            event.preventDefault();
            change(!isOn);
          }}
        />
        <span>{i18n.t('keys.single')}</span>
      </label>
      <p class="quiet">{i18n.t('keys.singleExplained')}</p>
      <p role="status" class="saying">
        {status.at('keyboard')?.sentence}
      </p>
      <p class="actions">
        <button type="button" onClick={({ currentTarget }) => onSheet('shortcuts', currentTarget)}>
          {i18n.t('keys.show')}
        </button>
      </p>
    </Region>
  );
}
