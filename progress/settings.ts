import { isOf, isRecord, type Writing } from './records.ts';
import { openStore, type Transaction } from './store/store.ts';

/** What the keys of all settings begin with. */
export const SETTINGS = ['', 'setting'] as const;
/** The name under which the course is kept in which the reader did something last. */
const COURSE = 'course';

/** What the reader chose for the whole program, by name. @throws Fault where it cannot be read */
export async function readSettings(): Promise<ReadonlyMap<string, string>> {
  const settings = new Map<string, string>();
  const { found } = await (await openStore()).read([SETTINGS]);
  for (const record of found) {
    if (isRecord(record) && isOf(record, 'setting') && record.value)
      settings.set(record.key[2], record.value);
  }
  return settings;
}

/** Keeps a choice of the reader for the whole program. @throws Fault as `write` does */
export async function setSetting(name: string, value: string): Promise<void> {
  const { write } = await import('./write.ts');
  await write(undefined, [{ key: [...SETTINGS, name], value }]);
}

/** Id of the course in which the reader did something last, if any. @throws Fault where it cannot be read */
export async function currentCourse(): Promise<string | undefined> {
  return (await readSettings()).get(COURSE);
}

/** What is to be written where `course` becomes the one in which the reader did something last: nothing where it is. */
export async function currentCourseWrites(transaction: Transaction, course: string): Promise<Writing[]> {
  const key: Writing['key'] & readonly ['', 'setting', string] = [...SETTINGS, COURSE];
  const [known] = await transaction.get([key]);
  return isRecord(known) && known.value === course ? [] : [{ key, value: course }];
}

/** Keeps that `course` is the one in which the reader did something last. @throws Fault as `write` does */
export async function saveCurrentCourse(course: string): Promise<void> {
  const { write } = await import('./write.ts');
  await write(undefined, [], course);
}
