import { i18n } from '#i18n';

/** What came of something that the reader did. */
export interface Outcome {
  sentence: string;
  /** What is to be said to it in particular: plain text. */
  lines?: string[];
  /** Id of the action, where it can be undone. */
  action?: string | undefined;
}

interface Props {
  told: Outcome | undefined;
  onUndo: (action: string) => void;
}

/** Says what came of the last thing done here, and takes it back. */
export function Told({ told, onUndo }: Props) {
  const { sentence, lines = [], action } = told ?? {};
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
      {action && (
        <p class="actions">
          <button type="button" onClick={() => onUndo(action)}>
            {i18n.t('history.undo')}
          </button>
        </p>
      )}
    </div>
  );
}
