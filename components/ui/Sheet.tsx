import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { ToolButton } from './ToolButton.tsx';

interface Props {
  title: string;
  class: string;
  /** The content of the title bar, next to the Close button. */
  head: ComponentChildren;
  children: ComponentChildren;
  onClose: () => void;
}

/** Closes the sheet that `element` is in. */
export function closeDialog(element: Element | null | undefined): void {
  const dialog = element?.closest('dialog');
  if (!dialog?.open) return;
  dialog.close();
  // The browser does the rest a moment later. A key that is pressed until then would be ignored.
  const { activeElement } = document;
  if (dialog.contains(activeElement)) (activeElement as HTMLElement).blur();
  dialog.dispatchEvent(new Event('close'));
}

/** Closes a sheet at Escape. The event of a file picker bubbles, but closes only the picker. */
function onCancel(event: Event & { currentTarget: HTMLDialogElement }): void {
  if (event.target !== event.currentTarget) return;
  event.preventDefault();
  closeDialog(event.currentTarget);
}

/**
 * A view that covers the panel while it is open, as a modal dialog: it traps the focus, Escape closes it, and the panel below keeps
 * its scroll position.
 */
export function Sheet({ title, class: className, head, children, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      class={`sheet ${className}`}
      aria-label={title}
      onCancel={onCancel}
      onClose={onClose}
    >
      <div class="title">
        {head}
        <ToolButton title={i18n.t('close')} sign="M4 4l8 8M12 4l-8 8" onClick={closeDialog} />
      </div>
      {children}
    </dialog>
  );
}
