import type { Page } from 'puppeteer-core';

/**
 * One clock for Node and every process of the browser: the system's monotonic one, in ms. Chromium's
 * `TimeTicks` and Node's `hrtime` both read it, so no wall clock is involved that could be corrected meanwhile
 * (`performance.timeOrigin` is one: each process takes its own when it starts).
 */
export function now(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}

/** When the document that `page` shows began, on the clock of `now`: add its `performance.now()` to it. */
export async function startOfDocument(page: Page): Promise<number> {
  const session = await page.createCDPSession();
  try {
    await session.send('Performance.enable');
    const { metrics } = await session.send('Performance.getMetrics');
    const start = metrics.find(({ name }) => name === 'NavigationStart')?.value;
    if (!start) throw new Error(`The browser does not say when ${page.url()} began`);
    return start * 1000;
  } finally {
    await session.detach();
  }
}

/** When the document that `page` shows painted its first content, on the clock of `now`. */
export async function firstContentOf(page: Page): Promise<number> {
  const paint = await page.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
  );
  if (paint === undefined) throw new Error(`${page.url()} has painted nothing`);
  return (await startOfDocument(page)) + paint;
}
