import type { ComponentChildren } from 'preact';
import { isSecondClick, useAction } from './use-action.ts';

interface Props {
  /** Under it the action is known in the whole panel: for one that can be started from elsewhere, or after its view was opened anew. */
  name?: string;
  class?: string | undefined;
  label?: string | undefined;
  disabled?: boolean | undefined;
  /** Is given the button when it is there, and null when it is not any more. */
  onButton?: (button: HTMLButtonElement | null) => void;
  onAct: () => Promise<unknown>;
  children: ComponentChildren;
}

/** A button that starts an action, once: while that is running it keeps the focus and does nothing, and a double click is one click. */
export function ActionButton({ name, class: className, label, disabled, onButton, onAct, children }: Props) {
  const [isRunning, start] = useAction(onAct, name);
  return (
    <button
      ref={onButton ?? null}
      type="button"
      class={className}
      disabled={disabled}
      aria-disabled={isRunning || undefined}
      aria-label={label}
      onClick={(event) => isSecondClick(event) || start()}
    >
      {children}
    </button>
  );
}

interface FormButtonProps {
  class?: string;
  disabled?: boolean;
  /** What the form starts is running. */
  isRunning: boolean;
  children: ComponentChildren;
}

/** The button of a form whose action is started once. */
export function FormButton({ class: className, disabled, isRunning, children }: FormButtonProps) {
  return (
    <button
      type="submit"
      class={className}
      disabled={disabled}
      aria-disabled={isRunning || undefined}
      onClick={isSecondClick}
    >
      {children}
    </button>
  );
}
