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
  element?.closest('dialog')?.close();
}

/**
 * A view that covers the panel while it is open, as a modal dialog: it traps the focus, Escape closes it, and the panel below keeps
 * its scroll position.
 */
export function Sheet({ title, class: className, head, children, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class={`sheet ${className}`} aria-label={title} onClose={onClose}>
      <div class="title">
        {head}
        <ToolButton title={i18n.t('close')} sign="M4 4l8 8M12 4l-8 8" onClick={closeDialog} />
      </div>
      {children}
    </dialog>
  );
}
