/** Handles a key. `from` is the element that has the focus. */
type OnKey = (from: HTMLElement) => void;

const typesText = (element: Element) => element.matches('input:not([type=checkbox]), textarea, select');

/**
 * Keeps the keys of an input method, such as the Enter that confirms a word, from doing anything else. Call it before other listeners
 * are added to the window.
 */
export function ignoreInputMethods(): void {
  const ignore = (event: KeyboardEvent) => {
    // Safari ends the composition before the Enter that confirms it. The key code still tells.
    if (!event.isComposing && event.keyCode !== 229) return;
    event.stopImmediatePropagation();
    // Enter would submit a form.
    if (event.key === 'Enter') event.preventDefault();
  };
  addEventListener('keydown', ignore, { capture: true });
}

/**
 * Keeps a key that is held from doing more than a press does: Enter starts an action once, and a key that has moved the focus types
 * nothing where the focus is now. Call it before other listeners are added to the window.
 */
export function ignoreHeldKeys(): void {
  let pressedOn: EventTarget | null = null;
  const ignore = (event: KeyboardEvent) => {
    const { key, repeat, target } = event;
    if (!repeat) pressedOn = target;
    const isSame = target === pressedOn;
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
    const acts =
      key === 'Enter'
        ? !(isSame && isPlain && (target as Element).matches('textarea'))
        : // Other keys, such as Tab and the arrows, go on while they are held.
          !isSame && isPlain && key.length === 1;
    if (!repeat || !acts) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  addEventListener('keydown', ignore, { capture: true });
}

/**
 * Starts to handle keys anywhere in the panel, except in text fields and while a view covers the panel.
 * @param keys what each key does, by its DOM name; `mod+z` for Ctrl+Z and ⌘Z
 * @param isOn returns whether the keys act now
 */
export function listenForKeys(keys: Record<string, OnKey>, isOn: () => boolean): void {
  addEventListener('keydown', (event) => {
    const from = document.activeElement as HTMLElement;
    const act = event.altKey
      ? undefined
      : keys[event.ctrlKey || event.metaKey ? `mod+${event.key}` : event.key];
    if (!act || event.repeat || !isOn() || typesText(from)) return;
    // A dialog that was just closed is still in the document.
    if (document.querySelector('dialog[open]')) return;
    event.preventDefault();
    act(from);
  });
}
