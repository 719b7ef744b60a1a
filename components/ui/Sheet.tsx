import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { ToolButton } from './ToolButton.tsx';

interface Props {
  title: string;
  class: string;
  /** What the title bar shows instead of the title as its heading. */
  head?: ComponentChildren;
  /** What stays in sight below the content: at most one primary action, which comes first, and what belongs to it. */
  footer?: ComponentChildren;
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

/** Closes all sheets, so that the panel is shown. */
export function closeAllDialogs(): void {
  for (const dialog of [...document.querySelectorAll('dialog')].reverse()) closeDialog(dialog);
}

/**
 * A view that covers the panel while it is open, as a modal dialog: it traps the focus, Escape closes it, and the panel below keeps
 * its scroll position. The content scrolls between the title bar, which has the way back, and the footer.
 */
export function Sheet({ title, class: className, head, footer, children, onClose }: Props) {
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
        <ToolButton
          title={i18n.t('back')}
          sign="M13 8H3.5M7.5 4l-4 4l4 4"
          class="back"
          onClick={closeDialog}
        />
        {head ?? <h1>{title}</h1>}
      </div>
      {/* Chrome makes what scrolls focusable by Tab. A search field in the title bar already scrolls it with the arrow keys. */}
      <div class="scrolled" tabIndex={head ? -1 : undefined}>
        {children}
      </div>
      {footer && <div class="foot">{footer}</div>}
    </dialog>
  );
}
