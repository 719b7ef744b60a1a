import type { Page } from 'puppeteer-core';

/**
 * Returns the time in ms on the system's monotonic clock, which Node's `hrtime` and Chromium's `TimeTicks` share. So times of Node
 * and of every browser process can be compared. `performance.timeOrigin` can't: it is wall-clock time, which each process reads
 * when it starts, and which may be corrected later.
 */
export function now(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}

/** Returns when the document of `page` began, on the clock of `now`. Add the document's `performance.now()` to it. */
export async function startOfDocument(page: Page): Promise<number> {
  const session = await page.createCDPSession();
  try {
    await session.send('Performance.enable');
    const { metrics } = await session.send('Performance.getMetrics');
    const start = metrics.find(({ name }) => name === 'NavigationStart')?.value;
    if (!start) throw new Error(`The browser doesn’t say when ${page.url()} began`);
    return start * 1000;
  } finally {
    await session.detach();
  }
}

/** Returns when the document of `page` painted its first content, on the clock of `now`. */
export async function firstContentOf(page: Page): Promise<number> {
  const paint = await page.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
  );
  if (paint === undefined) throw new Error(`${page.url()} has painted nothing`);
  return (await startOfDocument(page)) + paint;
}
