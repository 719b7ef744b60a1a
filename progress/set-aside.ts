import { openDatabase } from './database.ts';
import type { ProgressRecord } from './records.ts';

/**
 * Moves stored records that do not fit their schema to where nothing else reads, as they are.
 * @throws DOMException where the database cannot be written; then nothing is moved.
 */
export async function moveAside(odd: ProgressRecord[]): Promise<void> {
  const database = await openDatabase();
  const transaction = database.transaction(['records', 'setAside'], 'readwrite', { durability: 'strict' });
  for (const found of odd) {
    // Another panel may have read the same and been quicker.
    if (await transaction.objectStore('records').getKey(found.key)) {
      void transaction.objectStore('setAside').add({ found, time: Date.now() });
      void transaction.objectStore('records').delete(found.key);
    }
  }
  await transaction.done;
}
