import { i18n } from '#i18n';
import { setSingleKeys, singleKeys } from '../state/shortcuts.ts';
import type { OpenSheet } from '../state/view.ts';
import { LearnMore } from '../ui/LearnMore.tsx';
import { Fold } from '../ui/Region.tsx';
import { Switch } from './Switch.tsx';
import type { SettingsStatus } from './settings-status.ts';

interface Props {
  status: SettingsStatus;
  onSheet: OpenSheet;
}

/** Shows the keyboard shortcuts, and switches those of a single key. */
export function Keyboard({ status, onSheet }: Props) {
  const isOn = singleKeys.value;
  const change = (on: boolean) =>
    status.run('keyboard', async () => {
      await setSingleKeys(on);
      return undefined;
    });
  return (
    <Fold title={i18n.t('keys.title')}>
      {() => (
        <>
          <Switch
            label={i18n.t('keys.single')}
            isOn={isOn === true}
            disabled={isOn === undefined}
            name="switch the single keys"
            onSwitch={change}
          />
          <p role="status" class="saying">
            {status.at('keyboard')?.sentence}
          </p>
          <p class="actions">
            <button type="button" onClick={({ currentTarget }) => onSheet('shortcuts', currentTarget)}>
              {i18n.t('keys.show')}
            </button>
          </p>
          <LearnMore about={i18n.t('keys.single')}>
            <p>{i18n.t('keys.singleExplained')}</p>
          </LearnMore>
        </>
      )}
    </Fold>
  );
}
