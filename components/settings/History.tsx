import { i18n } from '#i18n';
import { ActionButton } from '../ui/ActionButton.tsx';
import { ActionStatus } from '../ui/ActionStatus.tsx';
import { Region } from '../ui/Region.tsx';
import type { SettingsStatus } from './settings-status.ts';
import { useHistory } from './use-history.ts';

/** The activity history by day, the latest first, with an Undo for every action that can be undone. */
export function History({ status }: { status: SettingsStatus }) {
  const { days, message, more, onMore, onUndo } = useHistory(status);
  return (
    <Region title={i18n.t('history.title')}>
      <ActionStatus message={message} />
      {days?.length === 0 && <p class="quiet">{i18n.t('history.nothing')}</p>}
      {days?.map(({ day, done }) => (
        <div key={day}>
          <h3>{day}</h3>
          <ul class="history">
            {done.map(({ id, time, text, undoable }) => (
              <li key={id}>
                <span class="quiet count">{time}</span>
                <span>{text}</span>
                {undoable && (
                  <ActionButton
                    name={`undo ${id}`}
                    label={i18n.t('history.undoThis', [text])}
                    onAct={() => onUndo(id)}
                  >
                    {i18n.t('history.undo')}
                  </ActionButton>
                )}
              </li>
            ))}
          </ul>
        </div>
      ))}
      {more && (
        <button type="button" onClick={onMore}>
          {i18n.t('history.more')}
        </button>
      )}
    </Region>
  );
}
