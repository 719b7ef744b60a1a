import type { KeyInput, Page } from 'puppeteer-core';
import { untilAtRest } from './at-rest.ts';
import { until } from './poll.ts';
import type { ClickOptions, Panel } from './reader.ts';

/** Runs a function in a page's document and returns its result. Rejects with the function's error. */
export function evaluateOn<A extends unknown[], R>(
  page: Page,
  fn: (...args: A) => R | Promise<R>,
  args: A,
): Promise<R> {
  // Puppeteer's types allow handles among the arguments; ours have none.
  return page.evaluate(fn as (...args: unknown[]) => R | Promise<R>, ...args) as Promise<R>;
}

/** Returns the panel whose document is this page. */
export function panelOf(page: Page): Panel {
  const held = async (modifiers: ClickOptions['modifiers'] = [], act: () => Promise<void>) => {
    for (const modifier of modifiers) await page.keyboard.down(modifier);
    await act();
    for (const modifier of modifiers) await page.keyboard.up(modifier);
  };
  const evaluate: Panel['evaluate'] = (fn, ...args) => evaluateOn(page, fn, args);
  return {
    evaluate,
    waitFor: (fn, ...args) => until(`${fn}`, () => evaluateOn(page, fn, args)),
    async click(selector, { button = 'left', count = 1, modifiers, isAtRest } = {}) {
      if (!isAtRest) await untilAtRest({ evaluate }, selector);
      // Scroll it to the middle of the panel: at the top a header may cover it.
      await page.$eval(selector, (element) => element.scrollIntoView({ block: 'center' }));
      await held(modifiers, () => page.click(selector, { button, count }));
    },
    press: (key, { modifiers, repeats = 0 } = {}) =>
      held(modifiers, async () => {
        await page.keyboard.down(key as KeyInput);
        for (let count = 0; count < repeats; count++) {
          await new Promise((resolve) => setTimeout(resolve, 30));
          await page.keyboard.down(key as KeyInput);
        }
        await page.keyboard.up(key as KeyInput);
      }),
    async setColorScheme(scheme) {
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    },
    async resize(width, height) {
      // The side panel has a minimum width, and there is no command to resize it. Emulation makes its page this wide.
      await page.setViewport({ width, height: height ?? (await page.evaluate(() => innerHeight)) });
      const isThisWide = async (wanted: number) => {
        // The event `resize` comes with the next frame.
        await new Promise(requestAnimationFrame);
        return innerWidth === wanted;
      };
      await until('the panel has this width', () => page.evaluate(isThisWide, width));
    },
    async screenshot(path) {
      await page.screenshot({ path: path as `${string}.png` });
    },
    async close() {
      // The panel closes before this call can be answered.
      await page.evaluate(() => window.close()).catch(() => {});
      await until('the panel closes', async () => page.isClosed());
    },
  };
}
