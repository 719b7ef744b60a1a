import { CURRENT_COURSE } from './kinds.ts';
import { isOf, isRecord } from './records.ts';
import { openStore } from './store/open-store.ts';

/** The prefix of all settings. */
export const SETTINGS = ['', 'setting'] as const;

/** The reader's settings for the whole program, by name. @throws Fault if they cannot be read */
export async function readSettings(): Promise<ReadonlyMap<string, string>> {
  const settings = new Map<string, string>();
  const { found } = await (await openStore()).read([SETTINGS]);
  for (const record of found) {
    if (isRecord(record) && isOf(record, 'setting') && record.value)
      settings.set(record.key[2], record.value);
  }
  return settings;
}

/** Saves a setting for the whole program. @throws Fault as `write` does */
export async function setSetting(name: string, value: string): Promise<void> {
  const { write } = await import('./write.ts');
  await write(undefined, [{ key: [...SETTINGS, name], value }]);
}

/** The id of the course in which the reader did something last, if any. @throws Fault if it cannot be read */
export async function currentCourse(): Promise<string | undefined> {
  return (await readSettings()).get(CURRENT_COURSE[2]);
}

/** Saves that `course` is the one in which the reader did something last. @throws Fault as `write` does */
export async function saveCurrentCourse(course: string): Promise<void> {
  const { write } = await import('./write.ts');
  await write(undefined, [], course);
}
