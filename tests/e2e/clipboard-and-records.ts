import type { Page } from 'puppeteer-core';
import { until } from '../browsers/poll.ts';
import type { Panel } from '../browsers/reader.ts';

interface Stored {
  key: string[];
  value: unknown;
  time: number;
}

/** Puts `added` among the records of the database, and gives them all. Runs in the panel, and needs nothing around it. */
export const recordsAfter = (added: unknown[]): Promise<Stored[]> =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open('waymark');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const records = opening.result.transaction('records', 'readwrite').objectStore('records');
      for (const record of added) records.put(record);
      const all = records.getAll();
      all.onsuccess = () => {
        opening.result.close();
        resolve(all.result);
      };
    };
  });

/** What is pasted into a field of the page: what the clipboard holds, as anybody gets it. */
export async function paste(page: Page): Promise<string> {
  await page.bringToFront();
  await page.evaluate(() => {
    const field = document.createElement('textarea');
    document.body.replaceChildren(field);
    field.focus();
  });
  await page.keyboard.down('Control');
  // Chromium does not take the keys themselves for an order to paste.
  await page.keyboard.press('v', { commands: ['Paste'] });
  await page.keyboard.up('Control');
  return until('something is pasted', () =>
    page.evaluate(() => document.querySelector('textarea')?.value ?? ''),
  );
}

/** Deletes the database, under all who have it open. Runs in the panel, and needs nothing around it. */
export const deleteDatabase = (): Promise<void> =>
  new Promise((resolve, reject) => {
    const deleting = indexedDB.deleteDatabase('waymark');
    deleting.onsuccess = () => resolve();
    deleting.onerror = () => reject(deleting.error);
  });

/** The keys in the extension's own storage that begin with this: `journal:`, `snapshot:`. */
export const areaKeys = (panel: Panel, prefix: string): Promise<string[]> =>
  panel.evaluate(
    async (start) => Object.keys(await chrome.storage.local.get(null)).filter((key) => key.startsWith(start)),
    prefix,
  );
