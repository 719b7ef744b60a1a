/** Handles a key. `from` is the element that has the focus. */
type OnKey = (from: HTMLElement) => void;

const typesText = (element: Element) => element.matches('input:not([type=checkbox]), textarea, select');

/** Starts to handle single keys anywhere in the panel, except in text fields and while a view covers the panel. */
export function listenForKeys(keys: Record<string, OnKey>): void {
  addEventListener('keydown', (event) => {
    const from = document.activeElement as HTMLElement;
    const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : keys[event.key];
    if (!act || event.isComposing || typesText(from) || document.querySelector('dialog')) return;
    event.preventDefault();
    act(from);
  });
}
