import type { ProgressRecord } from '../../progress/records.ts';
import type { Panel } from '../browsers/reader.ts';
import { recordsAfter } from './clipboard-and-records.ts';

/** Writes records into the database as they are, and announces them to the panel as another panel of an older version does. */
export async function putRecords(panel: Panel, records: readonly ProgressRecord[]): Promise<void> {
  await panel.evaluate(recordsAfter, [...records]);
  await panel.evaluate(() => {
    const channel = new BroadcastChannel('waymark-progress');
    channel.postMessage(null);
    channel.close();
  });
}
