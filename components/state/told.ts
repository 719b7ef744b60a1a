import { signal } from '@preact/signals';
import { browser } from '../../platform/browser.ts';

/*
 * What the reader is told once, such as that the window is private: a card until they dismiss it, in this panel or an earlier one of
 * this browser. Other computers have their own circumstances.
 */

/** The key in `storage.local`. */
const TOLD_KEY = 'told';

/** What was dismissed; undefined until that has been read. */
const told = signal<readonly string[]>();

/** Whether the reader is still to be told this; false until that is known. */
export const isUntold = (key: string): boolean => told.value?.includes(key) === false;

/** Reads what the reader has been told. Call it once, when the panel is complete. */
export async function readTold(): Promise<void> {
  const stored = await browser.storage.local.get(TOLD_KEY).catch((): Record<string, unknown> => ({}));
  const keys = stored[TOLD_KEY];
  told.value = Array.isArray(keys) ? keys : [];
}

/** Saves that the reader has been told this. If it can't be saved, they are told again in the next panel. */
export function setTold(key: string): void {
  told.value = [...(told.peek() ?? []), key];
  void browser.storage.local.set({ [TOLD_KEY]: told.value }).catch(() => undefined);
}
