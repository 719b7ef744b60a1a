import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import { ActionButton } from './ActionButton.tsx';

interface Props {
  children: ComponentChildren;
  /** What its first button does. */
  action: string;
  disabled?: boolean;
  /** What its second button says; left out: that nothing is done. */
  cancel?: string;
  onAction: () => Promise<unknown>;
  onCancel: () => void;
}

/** Something that is shown before it is done: what it is, and the buttons to do it or not. */
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
