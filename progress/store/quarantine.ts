import { isRecord, type ProgressRecord } from '../records.ts';
import { openStore } from './store.ts';

/**
 * Moves stored records that do not fit their schema to where nothing else reads, as they are.
 * @throws Fault where that cannot be written; then nothing is moved.
 */
export async function quarantine(odd: readonly unknown[]): Promise<void> {
  const keys = (odd as Pick<ProgressRecord, 'key'>[]).map(({ key }) => key);
  await (await openStore()).change(async (transaction) => {
    const found = await transaction.get(keys);
    for (const [index, key] of keys.entries()) {
      // Another panel may have read the same and been quicker, or a later action may have mended it.
      if (found[index] === undefined || isRecord(found[index])) continue;
      transaction.quarantine(found[index]);
      transaction.remove(key);
    }
  });
}
