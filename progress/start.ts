import { startJournal } from './backups/journal.ts';
import { type StorageAreaLike, setStorageArea } from './store/storage-area.ts';

/**
 * Prepares progress in this document. Every entrypoint calls it before it reads or writes progress, also those that only read:
 * reading may restore lost records, which is a write.
 *
 * It gives progress its storage area and starts the journal together, so that no document can write without the journal. The
 * writer knows neither: the journal subscribes to the announcement of each write.
 * @param area `browser.storage.local`
 */
export function startProgress(area: StorageAreaLike): void {
  setStorageArea(area);
  startJournal();
}
