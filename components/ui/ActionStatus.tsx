import { i18n } from '#i18n';
import { ActionButton } from './ActionButton.tsx';

/** What came of something that the reader did. */
export interface StatusMessage {
  sentence: string;
  /** What else there is to say about it: plain text. */
  lines?: string[];
  /** Id of the action, if it can be undone. */
  action?: string | undefined;
}

interface Props {
  message: StatusMessage | undefined;
  onUndo?: (action: string) => Promise<unknown>;
}

/** The status line of a place in a view: what came of the last action there, and its Undo. */
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
