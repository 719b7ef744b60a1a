import type { Page } from 'puppeteer-core';
import { untilAtRest } from './at-rest.ts';
import { frameCall, inBrowser, resultOf, windowOf } from './firefox-scope.ts';
import { mouseClick } from './firefox-sidebar.ts';
import { until } from './poll.ts';
import type { Panel } from './reader.ts';

/** Returns the extension's page in a tab of the window of `page`, which WebDriver BiDi can't reach. */
export async function tabPanelOf(
  page: Page,
  url: string,
): Promise<Pick<Panel, 'evaluate' | 'waitFor' | 'click'> & { bringToFront(): Promise<void> }> {
  const where = await windowOf(page);
  const evaluate: Panel['evaluate'] = async (fn, ...args) => {
    const answer = await inBrowser(
      where,
      ({ win, ask }, address, call) => {
        const tab = win.gBrowser.tabs.find(({ linkedBrowser }) =>
          linkedBrowser.currentURI.spec.startsWith(address),
        );
        return ask(tab?.linkedBrowser, call);
      },
      url,
      frameCall(fn, args),
    );
    return resultOf(answer);
  };
  const waitFor: Panel['waitFor'] = (fn, ...args) => until(`${fn}`, () => evaluate(fn, ...args));
  const bringToFront = () =>
    inBrowser(
      where,
      ({ win }, address) => {
        const { gBrowser } = win;
        const tab = gBrowser.tabs.find(({ linkedBrowser }) =>
          linkedBrowser.currentURI.spec.startsWith(address),
        );
        if (tab) gBrowser.selectedTab = tab;
      },
      url,
    );
  await until('the panel is there', () =>
    evaluate(() => document.querySelector('main') !== null).catch(() => false),
  );
  return {
    evaluate,
    waitFor,
    bringToFront,
    async click(selector) {
      await untilAtRest({ evaluate }, selector);
      const point = await evaluate(async (selector) => {
        const element = document.querySelector(selector);
        if (element === null) return undefined;
        element.scrollIntoView({ block: 'center', behavior: 'instant' });
        // The mouse hits what was painted last, so this waits until the scroll has been painted.
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
        const { x, y, width, height } = element.getClientRects()[0] ?? element.getBoundingClientRect();
        return { x: x + width / 2, y: y + height / 2 };
      }, selector);
      if (!point) throw new Error(`The panel has no element ${selector}`);
      const offset = await inBrowser(where, ({ win }) => {
        const { x, y } = win.gBrowser.selectedTab.linkedBrowser.getBoundingClientRect();
        return { x, y };
      });
      await inBrowser(where, mouseClick, offset.x + point.x, offset.y + point.y, 0, 0);
    },
  };
}
