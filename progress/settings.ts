import { isOf, isRecord } from './records.ts';
import { openStore } from './store.ts';

/** What the reader chose for the whole program, by name. @throws Fault where it cannot be read */
export async function readSettings(): Promise<ReadonlyMap<string, string>> {
  const settings = new Map<string, string>();
  const { found } = await (await openStore()).read([['']]);
  for (const record of found) {
    if (isRecord(record) && isOf(record, 'setting') && record.value)
      settings.set(record.key[2], record.value);
  }
  return settings;
}

/** Keeps a choice of the reader for the whole program. @throws Fault as `write` does */
export async function setSetting(name: string, value: string): Promise<void> {
  const { write } = await import('./write.ts');
  await write(undefined, [{ key: ['', 'setting', name], value }]);
}
