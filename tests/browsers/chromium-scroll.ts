import type { Page } from 'puppeteer-core';
import { until } from './poll.ts';

/** One notch of a wheel, in CSS pixels. */
const NOTCH = 60;
/** The pause of the code that follows the scrolling, in ms. */
const PAUSE = 100;
/** After this many frames without movement, scrolling is over. */
const STILL = 15;

/** Waits until the page has stopped scrolling and what follows the scrolling has run, by the page's own clock and frames. */
const settled = (page: Page) =>
  page.evaluate(
    async (pause, enough) => {
      const frame = () => new Promise((done) => requestAnimationFrame(done));
      for (let still = 0, last = scrollY; still < enough; last = scrollY) {
        await frame();
        still = scrollY === last ? still + 1 : 0;
      }
      // Timers fire in the order of their times, so what was due after one pause is done after two.
      await new Promise((done) => setTimeout(done, 2 * pause));
      for (let more = 0; more < 3; more++) await frame();
    },
    PAUSE,
    STILL,
  );

/** Scrolls the page to its top, and waits until the effects of that are done. */
export async function toTop(page: Page): Promise<void> {
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
  await settled(page);
}

/** Scrolls from the page's top to its end with the wheel. Rejects if the end isn't reached. */
export async function scrollThrough(page: Page): Promise<void> {
  const { length, middle } = await page.evaluate(() => ({
    length: document.documentElement.scrollHeight - innerHeight,
    middle: { x: innerWidth / 2, y: innerHeight / 2 },
  }));
  await page.mouse.move(middle.x, middle.y);
  for (let way = 0; way < length; way += NOTCH) await page.mouse.wheel({ deltaY: NOTCH });
  // A page that changes may have grown by a few pixels.
  const rest = () => page.evaluate(() => document.documentElement.scrollHeight - innerHeight - scrollY);
  await until('the wheel leads to the end', async () => (await rest()) <= NOTCH);
  await settled(page);
}

/**
 * Makes the page change its layout after every frame, in a task, until it is unloaded. A script that measures anything outside a
 * frame then forces a layout.
 */
export async function keepChanging(page: Page): Promise<void> {
  await page.evaluate(() => {
    const footer = document.querySelector<HTMLElement>('.td-footer');
    if (!footer) throw new Error('the page has no footer');
    const afterFrame = new MessageChannel();
    let changes = 0;
    afterFrame.port1.onmessage = () => {
      changes += 1;
      footer.style.paddingTop = `${24 + (changes % 2)}px`;
    };
    const inFrame = () => {
      afterFrame.port2.postMessage(null);
      requestAnimationFrame(inFrame);
    };
    requestAnimationFrame(inFrame);
  });
}
