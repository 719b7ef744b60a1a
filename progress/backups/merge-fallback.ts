import { entriesUnder } from '../store/area-entries.ts';
import { databaseStore } from '../store/database-store.ts';
import { alone, RECORD, WRITTEN } from '../store/fallback-store.ts';
import { storageArea } from '../store/storage-area.ts';
import { mergeInto } from '../write.ts';

/**
 * Merges what was written to the area into the database, which could not be opened then, or not in that window. It stays in
 * the area as well: a private window may still be showing it.
 * @throws Fault where it cannot be written; then it is tried again the next time.
 */
export async function mergeFallback(): Promise<void> {
  const written = (await storageArea?.get(WRITTEN))?.[WRITTEN];
  if (!storageArea || written === undefined) return;
  const records = await alone(() => entriesUnder(RECORD));
  await mergeInto(
    records.map(([, record]) => record),
    undefined,
    databaseStore,
  );
  await alone(async () => {
    // Written again in the meantime, it waits for the next time.
    if ((await storageArea?.get(WRITTEN))?.[WRITTEN] === written) await storageArea?.remove(WRITTEN);
  });
}
