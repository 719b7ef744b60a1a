import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import { ActionButton } from './ActionButton.tsx';

interface Props {
  children: ComponentChildren;
  /** The label of the first button. */
  action: string;
  disabled?: boolean;
  /** The label of the second button. Default: “Cancel”. */
  cancel?: string;
  onAction: () => Promise<unknown>;
  onCancel: () => void;
}

/** The preview of an action, with a button to run it and one to cancel. */
export function Choice({ children, action, disabled, cancel, onAction, onCancel }: Props) {
  return (
    <div class="card">
      {children}
      <p class="actions">
        <ActionButton class="primary" disabled={disabled} onAct={onAction}>
          {action}
        </ActionButton>
        <button type="button" onClick={onCancel}>
          {cancel ?? i18n.t('cancel')}
        </button>
      </p>
    </div>
  );
}
