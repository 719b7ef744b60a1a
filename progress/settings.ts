import { courseRange, openDatabase } from './database.ts';
import { write } from './progress.ts';
import { isOf, isRecord } from './records.ts';

/**
 * What the reader chose for the whole program, by name.
 * @throws DOMException where the database cannot be opened or read.
 */
export async function readSettings(): Promise<ReadonlyMap<string, string>> {
  const settings = new Map<string, string>();
  for (const record of await (await openDatabase()).getAll('records', courseRange(''))) {
    if (isRecord(record) && isOf(record, 'setting')) settings.set(record.key[2], record.value);
  }
  return settings;
}

/** Keeps a choice of the reader for the whole program. @throws as `write` does */
export function setSetting(name: string, value: string): Promise<void> {
  return write([{ key: ['', 'setting', name], value }]);
}
