import { i18n } from '#i18n';
import { ActionButton } from './ActionButton.tsx';

/** The result of an action of the reader. */
export interface StatusMessage {
  sentence: string;
  /** Details, as plain text. */
  lines?: string[];
  /** Id of the action, if it can be undone. */
  action?: string | undefined;
}

interface Props {
  message: StatusMessage | undefined;
  onUndo?: (action: string) => Promise<unknown>;
}

/** The status line of one part of a view: the result of the last action there, with an Undo if possible. */
export function ActionStatus({ message, onUndo }: Props) {
  const { sentence, lines = [], action } = message ?? {};
  return (
    <div role="status" class="saying">
      {sentence && <p>{sentence}</p>}
      {lines.length > 0 && (
        <ul class="lines">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {action && onUndo && (
        <p class="actions">
          <ActionButton name={`undo ${action}`} onAct={() => onUndo(action)}>
            {i18n.t('history.undo')}
          </ActionButton>
        </p>
      )}
    </div>
  );
}
