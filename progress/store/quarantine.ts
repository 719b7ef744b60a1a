import { isRecord, type ProgressRecord } from '../records.ts';
import { openStore } from './open-store.ts';

/**
 * Moves stored records that do not fit their schema, unchanged, to the quarantine, where nothing else reads.
 * @throws Fault if that cannot be written; then nothing is moved
 */
export async function quarantine(odd: readonly unknown[]): Promise<void> {
  const keys = (odd as Pick<ProgressRecord, 'key'>[]).map(({ key }) => key);
  await (await openStore()).change(async (transaction) => {
    const found = await transaction.get(keys);
    for (const [index, key] of keys.entries()) {
      // Another panel may have moved it already, or a later action may have replaced it with a record that fits.
      if (found[index] === undefined || isRecord(found[index])) continue;
      transaction.quarantine(found[index]);
      transaction.remove(key);
    }
  });
}
