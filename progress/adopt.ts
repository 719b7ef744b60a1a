import { area } from './area.ts';
import { entriesUnder } from './area-entries.ts';
import { ASIDE, alone, RECORD } from './area-store.ts';
import { openStore } from './store.ts';
import { mergeInto } from './write.ts';

/**
 * Merges what was kept in the area into the database, which could not be opened then, and takes it out of the area.
 * @throws Fault where it cannot be written; then it stays in the area.
 */
export async function adopt(): Promise<void> {
  await alone(async () => {
    const records = await entriesUnder(RECORD);
    const aside = await entriesUnder(ASIDE);
    if (records.length + aside.length === 0) return;
    await mergeInto(records.map(([, record]) => record));
    await (await openStore()).change(async (transaction) => {
      for (const [, found] of aside) transaction.setAside(found);
    });
    await area?.remove([...records, ...aside].map(([key]) => key));
  });
}
