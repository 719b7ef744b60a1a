import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useAction } from './use-action.ts';

/** One action of a menu. */
export interface MenuItem {
  text: string;
  /** Its accessible name, if that says more than the text. */
  label?: string;
  disabled?: boolean;
  /** It deletes something. */
  danger?: boolean;
  /** Runs it, with the button of the menu, which has the focus again. */
  onChoose: (button: HTMLElement) => unknown;
}

interface Props {
  /** The button's tooltip and accessible name. */
  title: string;
  items: () => readonly MenuItem[];
  /** What is shown below the actions. */
  children?: () => ComponentChildren;
}

/** The least width of a menu, as in its style. */
const LEAST = 200;

/** Shows the menu next to its button: below it in the upper half of the window, else above it. */
function place(menu: HTMLElement, button: HTMLElement): void {
  const { top, bottom, left, right } = button.getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  const isLow = top + bottom > clientHeight;
  const isLeftToRight = getComputedStyle(button).direction === 'ltr';
  const atEnd = isLeftToRight ? clientWidth - right : left;
  const end = Math.max(4, Math.min(atEnd, clientWidth - LEAST - 4));
  Object.assign(menu.style, {
    insetBlockStart: isLow ? 'auto' : `${bottom + 4}px`,
    insetBlockEnd: isLow ? `${clientHeight - top + 4}px` : 'auto',
    insetInlineStart: 'auto',
    insetInlineEnd: `${end}px`,
    maxWidth: `${clientWidth - end - 4}px`,
    maxHeight: `${(isLow ? top : clientHeight - bottom) - 8}px`,
  });
}

/** Moves the focus between the actions with the arrow keys. */
function moveFocus(menu: HTMLElement, event: KeyboardEvent): void {
  const buttons = [...menu.querySelectorAll<HTMLElement>('button:enabled')];
  const at = buttons.indexOf(document.activeElement as HTMLElement);
  const to = { ArrowDown: at + 1, ArrowUp: at < 0 ? -1 : at - 1, Home: 0, End: -1 }[event.key];
  if (to === undefined || !menu.matches(':popover-open')) return;
  event.preventDefault();
  buttons.at(to % buttons.length)?.focus();
}

/** A button with three dots that opens a menu of actions. While one of them runs, the others don't start. */
export function ActionMenu({ title, items, children }: Props) {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const [, start] = useAction(async (act: MenuItem['onChoose'], from: HTMLElement) => act(from));
  useLayoutEffect(() => {
    if (!isOpen) return undefined;
    const again = () => menu.current && button.current && place(menu.current, button.current);
    addEventListener('resize', again);
    return () => removeEventListener('resize', again);
  }, [isOpen]);
  const onKeyDown = (event: KeyboardEvent) => menu.current && moveFocus(menu.current, event);
  const choose = ({ onChoose }: MenuItem) => {
    // Closing it returns the focus to the button.
    menu.current?.hidePopover();
    if (button.current) start(onChoose, button.current);
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        class="tool"
        popovertarget={id}
        aria-label={title}
        title={title}
        onKeyDown={onKeyDown}
      >
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
          <path class="dots" d="M3 8h.01M8 8h.01M13 8h.01" />
        </svg>
      </button>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys move the focus between its buttons */}
      <div
        ref={menu}
        id={id}
        popover="auto"
        class="menu"
        onKeyDown={onKeyDown}
        onBeforeToggle={({ newState, currentTarget }) => {
          if (newState !== 'open' || !button.current) return;
          place(currentTarget, button.current);
          setOpen(true);
        }}
        onToggle={({ newState }) => setOpen(newState === 'open')}
      >
        {isOpen && (
          <>
            {items().map((item) => (
              <button
                key={item.text}
                type="button"
                class={item.danger ? 'danger' : undefined}
                disabled={item.disabled}
                aria-label={item.label}
                onClick={() => choose(item)}
              >
                {item.text}
              </button>
            ))}
            {children?.()}
          </>
        )}
      </div>
    </>
  );
}
