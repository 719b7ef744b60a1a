import type { Page } from 'puppeteer-core';
import { until } from './poll.ts';

/** One notch of a wheel, in CSS pixels. */
const NOTCH = 60;
/** As long as whoever follows the scrolling leaves it alone between two looks, in ms. */
const PAUSE = 100;
/** Frames without a movement after which none comes any more. */
const STILL = 15;

/** Waits until the page does not move any more, and whoever follows the scrolling has had its look: by the page's own clock and frames. */
const settled = (page: Page) =>
  page.evaluate(
    async (pause, enough) => {
      const frame = () => new Promise((done) => requestAnimationFrame(done));
      for (let still = 0, last = scrollY; still < enough; last = scrollY) {
        await frame();
        still = scrollY === last ? still + 1 : 0;
      }
      // Timers come in the order of their times: what was to be done after one pause is done after two.
      await new Promise((done) => setTimeout(done, 2 * pause));
      for (let more = 0; more < 3; more++) await frame();
    },
    PAUSE,
    STILL,
  );

/** Brings the page to its top and waits until that has had its effects. */
export async function toTop(page: Page): Promise<void> {
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
  await settled(page);
}

/** Scrolls from the page's top to its end with the wheel. Rejects where that does not lead there. */
export async function scrollThrough(page: Page): Promise<void> {
  const { length, middle } = await page.evaluate(() => ({
    length: document.documentElement.scrollHeight - innerHeight,
    middle: { x: innerWidth / 2, y: innerHeight / 2 },
  }));
  await page.mouse.move(middle.x, middle.y);
  for (let way = 0; way < length; way += NOTCH) await page.mouse.wheel({ deltaY: NOTCH });
  // A page that changes may be some pixels longer by now.
  const rest = () => page.evaluate(() => document.documentElement.scrollHeight - innerHeight - scrollY);
  await until('the wheel leads to the end', async () => (await rest()) <= NOTCH);
  await settled(page);
}

/**
 * Lets the page change its layout in a task of its own after every frame, until it is left: a script that asks for
 * a place in it, at any time but in a frame, finds the layout out of date.
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
