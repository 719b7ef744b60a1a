import { i18n } from '#i18n';
import { ActionButton } from '../ui/ActionButton.tsx';
import { ActionStatus, type StatusMessage } from '../ui/ActionStatus.tsx';
import { Region } from '../ui/Region.tsx';

/** What was done on one day. */
export interface HistoryDay {
  /** In words. */
  day: string;
  done: {
    id: string;
    /** The time of the day. */
    time: string;
    text: string;
    /** It can be undone. */
    undoable: boolean;
  }[];
}

interface Props {
  /** undefined before it was read. */
  days: readonly HistoryDay[] | undefined;
  /** What came of the last Undo. */
  told: StatusMessage | undefined;
  /** There is more than is shown. */
  more: boolean;
  onMore: () => void;
  onUndo: (id: string) => Promise<unknown>;
}

/** What was done and when, by day, the latest first; what is on the log of actions can be undone. */
export function History({ days, told, more, onMore, onUndo }: Props) {
  return (
    <Region title={i18n.t('history.title')}>
      <ActionStatus message={told} />
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
