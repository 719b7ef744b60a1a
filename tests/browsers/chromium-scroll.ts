import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';

/** One notch of a wheel, in CSS pixels. */
const NOTCH = 60;
/** Until the wheel's last movement has run out and whoever follows the scrolling has taken it in, in ms. */
const SETTLING = 500;

/** Brings the page to its top and waits until that has had its effects. */
export async function toTop(page: Page): Promise<void> {
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
  await sleep(SETTLING);
}

/** Scrolls from the page's top to its end with the wheel. Rejects where that does not lead there. */
export async function scrollThrough(page: Page): Promise<void> {
  const { length, middle } = await page.evaluate(() => ({
    length: document.documentElement.scrollHeight - innerHeight,
    middle: { x: innerWidth / 2, y: innerHeight / 2 },
  }));
  await page.mouse.move(middle.x, middle.y);
  for (let way = 0; way < length; way += NOTCH) await page.mouse.wheel({ deltaY: NOTCH });
  await sleep(SETTLING);
  // A page that changes may be some pixels longer by now.
  const rest = await page.evaluate(() => document.documentElement.scrollHeight - innerHeight - scrollY);
  if (rest > NOTCH) throw new Error(`The wheel left ${rest} px of ${page.url()}`);
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
