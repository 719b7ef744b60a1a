import type { Page } from 'puppeteer-core';
import { until } from '../browsers/poll.ts';
import type { Panel } from '../browsers/reader.ts';

interface Stored {
  key: string[];
  value: unknown;
  time: number;
}

/** Adds records to the database, and returns all records. Runs in an extension page, so it uses nothing outside itself. */
export const recordsAfter = async (added: unknown[]): Promise<Stored[]> => {
  // Opening a database that the panel has not made yet would make an empty one.
  while (!(await indexedDB.databases()).some(({ name }) => name === 'waymark'))
    await new Promise((resolve) => setTimeout(resolve, 20));
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('waymark');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const transaction = opening.result.transaction('records', 'readwrite');
      const records = transaction.objectStore('records');
      for (const record of added) records.put(record);
      const all = records.getAll();
      transaction.onabort = () => reject(transaction.error);
      transaction.oncomplete = () => {
        opening.result.close();
        resolve(all.result);
      };
    };
  });
};

/** Returns the keys of all records. @param evaluate of the panel, or of another page of the extension */
export const recordKeys = async (evaluate: Panel['evaluate']): Promise<string[][]> =>
  (await evaluate(recordsAfter, [])).map(({ key }) => key);

/** Returns the clipboard's text by pasting it into a field of the page, as a reader would. */
export async function paste(page: Page): Promise<string> {
  await page.bringToFront();
  await page.evaluate(() => {
    const field = document.createElement('textarea');
    document.body.replaceChildren(field);
    field.focus();
  });
  await page.keyboard.down('Control');
  // Chromium doesn't paste on simulated keys alone.
  await page.keyboard.press('v', { commands: ['Paste'] });
  await page.keyboard.up('Control');
  return until('something is pasted', () =>
    page.evaluate(() => document.querySelector('textarea')?.value ?? ''),
  );
}

/** Deletes the database while panels have it open. Runs in the panel, so it uses nothing outside itself. */
export const deleteDatabase = (): Promise<void> =>
  new Promise((resolve, reject) => {
    const deleting = indexedDB.deleteDatabase('waymark');
    deleting.onsuccess = () => resolve();
    deleting.onerror = () => reject(deleting.error);
  });

/** Returns the keys in the extension's storage that begin with this prefix: `journal:`, `snapshot:`. */
export const areaKeys = (panel: Panel, prefix: string): Promise<string[]> =>
  panel.evaluate(
    async (start) => Object.keys(await chrome.storage.local.get(null)).filter((key) => key.startsWith(start)),
    prefix,
  );
