import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { until } from '../browsers/poll.ts';

declare global {
  /** Time from the last click until its tick was shown, in ms; undefined while waiting. */
  var benchTick: number | undefined;
}

/**
 * Waits for a click in the panel, and then for the first frame in which the checkbox has changed. Measures from the browser's
 * click event to the first task after that frame, as `watchDocument` does. Runs in the panel.
 */
function awaitTick(): void {
  globalThis.benchTick = undefined;
  const box = document.querySelector<HTMLInputElement>('input[type="checkbox"]');
  if (!box) throw new Error('the panel has no checkbox');
  const wanted = !box.checked;
  const afterFrame = new MessageChannel();
  const onClick = ({ timeStamp }: MouseEvent) => {
    afterFrame.port1.onmessage = () => {
      globalThis.benchTick = performance.now() - timeStamp;
    };
    // Checked frame by frame, because a property is no mutation. The browser's own change of the checkbox, which Waymark reverts,
    // is over before the first frame.
    const look = () => {
      if (box.checked === wanted) afterFrame.port2.postMessage(null);
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  };
  addEventListener('click', onClick, { capture: true, once: true });
}

/** Clicks `selector` in the panel and returns the time until the panel's first checkbox shows it, in ms. */
export async function timeTick(panel: Page, selector: string): Promise<number> {
  // Otherwise the panel's footer could cover it.
  await panel.$eval(selector, (element) => element.scrollIntoView({ block: 'center' }));
  await panel.evaluate(awaitTick);
  await panel.click(selector);
  // Polling at once would take time from the tick that is measured.
  await sleep(150);
  const time = await until('the tick is shown', () => panel.evaluate(() => benchTick));
  if (time === undefined) throw new Error('The tick was never shown');
  return time;
}

/**
 * Times a bare strict `put` in the panel's document, from the call to `complete`, in ms. It comes after a pause, like a
 * reader's click: right after the database was opened it would be faster.
 */
export function timePut(panel: Page): Promise<number> {
  return panel.evaluate(async () => {
    const request = indexedDB.open('bench', 1);
    request.onupgradeneeded = () => request.result.createObjectStore('records', { keyPath: 'key' });
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    await new Promise((resolve) => setTimeout(resolve, 400));
    const start = performance.now();
    const transaction = database.transaction('records', 'readwrite', { durability: 'strict' });
    transaction
      .objectStore('records')
      .put({ key: ['course', 'completion', 'one'], value: true, time: start });
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onerror = () => reject(transaction.error);
    });
    const time = performance.now() - start;
    database.close();
    return time;
  });
}
