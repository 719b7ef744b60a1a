import type { ProgressRecord } from '../../progress/records.ts';
import type { Panel } from '../browsers/reader.ts';

/** Writes records into the database as they are, and announces them to the panel as another panel of an older version does. */
export const putRecords = (panel: Panel, records: readonly ProgressRecord[]): Promise<void> =>
  panel.evaluate(
    (all) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('waymark');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const transaction = opening.result.transaction('records', 'readwrite');
          for (const record of all) transaction.objectStore('records').put(record);
          transaction.oncomplete = () => {
            opening.result.close();
            const channel = new BroadcastChannel('waymark-progress');
            channel.postMessage(null);
            channel.close();
            resolve();
          };
        };
      }),
    records as unknown as ProgressRecord[],
  );
