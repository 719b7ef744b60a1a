import { i18n } from '#i18n';
import { ActionButton } from '../ui/ActionButton.tsx';
import { ActionStatus } from '../ui/ActionStatus.tsx';
import { useFilter } from '../ui/Filter.tsx';
import { Fold } from '../ui/Region.tsx';
import { formatDay, formatTime } from './format-time.ts';
import type { SettingsStatus } from './settings-status.ts';
import { type HistoryLine, useHistory } from './use-history.ts';

interface ActionProps {
  line: HistoryLine;
  /** The history has actions in several courses. */
  namesCourse: boolean;
  onUndo: (id: string) => Promise<unknown>;
}

/** An action with its time of day. */
function Action({ line: { id, time, undoable, course, text }, namesCourse, onUndo }: ActionProps) {
  const what = text();
  return (
    <li>
      <span class="quiet count">{formatTime(time)}</span>
      <span>
        <span dir="auto">{what}</span>
        {namesCourse && course && (
          <small dir="auto" class="quiet">
            {course}
          </small>
        )}
      </span>
      {undoable && (
        <ActionButton
          name={`undo ${id}`}
          class="plain"
          label={i18n.t('history.undoThis', [what])}
          onAct={() => onUndo(id)}
        >
          {i18n.t('history.undo')}
        </ActionButton>
      )}
    </li>
  );
}

function Days({ status }: { status: SettingsStatus }) {
  const { lines, most, message, onMore, onUndo } = useHistory(status);
  const textOf = ({ day, course, text }: HistoryLine) => `${day} ${text()} ${course}`;
  const { found, isFiltered, field } = useFilter(lines, textOf, i18n.t('history.filter'));
  const days = [...Map.groupBy(found, ({ day }) => day)];
  // A search is through all of them.
  const shown = isFiltered ? days : days.slice(0, most);
  const namesCourse = new Set(lines?.flatMap(({ course }) => course || [])).size > 1;
  return (
    <>
      <ActionStatus message={message} />
      {lines?.length === 0 && <p class="quiet">{i18n.t('history.nothing')}</p>}
      {field}
      {shown.map(([day, done]) => (
        <div key={day}>
          <h3>{formatDay(done[0]?.time ?? 0)}</h3>
          <ul class="history">
            {done.map((line) => (
              <Action key={line.id} line={line} namesCourse={namesCourse} onUndo={onUndo} />
            ))}
          </ul>
        </div>
      ))}
      {days.length > shown.length && (
        <p class="actions">
          <button type="button" onClick={onMore}>
            {i18n.t('history.more')}
          </button>
        </p>
      )}
    </>
  );
}

/** The activity history by day, the latest first, with an Undo for every action that can be undone. */
export function History({ status }: { status: SettingsStatus }) {
  return <Fold title={i18n.t('history.title')}>{() => <Days status={status} />}</Fold>;
}
