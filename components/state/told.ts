import { signal } from '@preact/signals';
import { readSettings, setSetting } from '../../progress/settings.ts';

/*
 * What the reader is told once, such as that the window is private: a card until they dismiss it, in this panel or an earlier one.
 */

const nameOf = (key: string) => `told ${key}`;

/** The names of the settings for what was dismissed; undefined until they have been read. */
const told = signal<ReadonlySet<string>>();

/** Whether the reader is still to be told this; false until that is known. */
export const isUntold = (key: string): boolean => told.value?.has(nameOf(key)) === false;

/** Reads what the reader has been told. Call it once, when the panel is complete. */
export async function readTold(): Promise<void> {
  const settings = await readSettings().catch(() => new Map<string, string>());
  told.value = new Set(settings.keys());
}

/** Saves that the reader has been told this. If it can't be saved, they are told again in the next panel. */
export function setTold(key: string): void {
  const name = nameOf(key);
  told.value = new Set([...(told.peek() ?? []), name]);
  void setSetting(name, 'yes').catch(() => undefined);
}
