import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import { ActionButton } from './ActionButton.tsx';

interface Props {
  title?: string | undefined;
  text?: string | undefined;
  /** The primary action. */
  action?: { text: string; onAct: () => unknown } | undefined;
  /** The label of the button that dismisses it. Default: “OK”. */
  dismiss?: string;
  onDismiss?: (() => void) | undefined;
  children?: ComponentChildren;
}

/** Something that needs the reader's attention, with at most one primary action. */
export function Card({ title, text, action, dismiss, onDismiss, children }: Props) {
  return (
    <div class="notice">
      {title && <h2 dir="auto">{title}</h2>}
      {text && <p>{text}</p>}
      {children}
      {(action || onDismiss) && (
        <p class="actions">
          {action && (
            <ActionButton class="primary" onAct={async () => action.onAct()}>
              {action.text}
            </ActionButton>
          )}
          {onDismiss && (
            <button type="button" onClick={onDismiss}>
              {dismiss ?? i18n.t('notice.dismiss')}
            </button>
          )}
        </p>
      )}
    </div>
  );
}
