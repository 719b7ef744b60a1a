import { signal } from '@preact/signals';
import { browser } from '../../platform/browser.ts';
import { ignoreHeldKeys, ignoreInputMethods, listenForKeys } from '../ui/keys.ts';
import { browse, browsed } from './current.ts';
import { act } from './progress.ts';
import { done, undoLast } from './undo.ts';
import { openSheet } from './view.ts';

/**
 * The key in `storage.local` under which it is stored whether single keys act. Like the sync switch it is only for this browser: who
 * types by voice on one computer may use a keyboard on another.
 */
export const SHORTCUTS_KEY = 'singleKeys';

/** Whether single keys (`/`, `n`, `?`) are shortcuts; undefined until that has been read. They are unless the reader turned them off. */
export const singleKeys = signal<boolean>();

/** Reads the setting, now and after every change in any panel. Call it once. */
export function followShortcuts(): void {
  const { local } = browser.storage;
  const read = async () => {
    const stored = await local.get(SHORTCUTS_KEY).catch((): Record<string, unknown> => ({}));
    singleKeys.value = stored[SHORTCUTS_KEY] !== false;
  };
  local.onChanged.addListener((changes) => {
    if (SHORTCUTS_KEY in changes) void read();
  });
  void read();
}

/** Turns single keys on or off, in every panel of this browser. @throws if the browser can't save that */
export const setSingleKeys = (on: boolean): Promise<void> =>
  browser.storage.local.set({ [SHORTCUTS_KEY]: on });

/** Begins to handle the panel's keys. Call it once. */
export function followKeys(): void {
  ignoreInputMethods();
  ignoreHeldKeys();
  followShortcuts();
  listenForKeys(
    {
      '/': (from) => openSheet('search', from),
      n: (from) => {
        // On the row of an objective or a resource, the new note belongs to that item.
        const button = from.closest('li')?.querySelector<HTMLElement>(':scope > .tool');
        if (button) button.click();
        else openSheet('note', from);
      },
      '?': (from) => openSheet('shortcuts', from),
    },
    () => singleKeys.peek() === true,
  );
  listenForKeys(
    { Escape: () => browse(undefined) },
    // Escape closes the menu first.
    () => browsed.peek() !== undefined && !document.querySelector(':popover-open'),
  );
  listenForKeys({ 'mod+z': () => void act(undoLast) }, () => done.peek() !== undefined);
}
