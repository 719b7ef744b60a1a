import type { ComponentChildren } from 'preact';
import { isSecondClick, useAction } from './use-action.ts';

interface Props {
  /** Names an action that several buttons can start, or that goes on when its view is closed: it runs only once at a time. */
  name?: string;
  class?: string | undefined;
  label?: string | undefined;
  disabled?: boolean | undefined;
  /** A ref: receives the button when it is mounted, and null when it is removed. */
  onButton?: (button: HTMLButtonElement | null) => void;
  onAct: () => Promise<unknown>;
  children: ComponentChildren;
}

/** A button that starts an action. While that runs, the button keeps the focus but does nothing. A double click counts once. */
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
  /** The id of the form, if the button is outside of it. */
  form?: string;
  disabled?: boolean;
  /** The form's action is running. */
  isRunning: boolean;
  children: ComponentChildren;
}

/** The submit button of a form. While the form's action runs, it keeps the focus. */
export function FormButton({ class: className, form, disabled, isRunning, children }: FormButtonProps) {
  return (
    <button
      type="submit"
      form={form}
      class={className}
      disabled={disabled}
      aria-disabled={isRunning || undefined}
      onClick={isSecondClick}
    >
      {children}
    </button>
  );
}
