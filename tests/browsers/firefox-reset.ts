import type { Browser } from 'puppeteer-core';
import { type BrowserWindow, inBrowser } from './firefox-scope.ts';
import { until } from './poll.ts';

interface Permissions {
  permissions: string[];
  origins: string[];
}
/** The parts of Firefox that know its windows and what was granted. Only there in functions that run in its own scope. */
declare const Services: { wm: { getEnumerator(type: string): Iterable<BrowserWindow> } };
declare const ChromeUtils: {
  importESModule(url: string): {
    ExtensionPermissions: { remove(id: string, withdrawn: Permissions): Promise<void> };
  };
};

/** Closes every tab, window and sidebar, whatever is in them, and opens one blank tab in a window of its own, of this size. */
export async function leaveOneBlankTab(
  browser: Browser,
  size: { width: number; height: number },
): Promise<void> {
  // A new window would open the sidebar of the one that it comes from.
  await inBrowser(browser, () => {
    for (const { SidebarController } of Services.wm.getEnumerator('navigator:browser'))
      if (SidebarController.isOpen) SidebarController.hide();
  });
  const blank = await browser.newPage({ type: 'window' });
  // By their windows: WebDriver BiDi knows nothing of tabs with pages of the extension, or does not learn when they are closed.
  const closeOthers = () =>
    inBrowser(blank, ({ win }) => {
      const others = [...Services.wm.getEnumerator('navigator:browser')].filter((each) => each !== win);
      for (const each of others) each.close();
      return others.length;
    });
  await until('the other windows are closed', async () => (await closeOthers()) === 0);
  await inBrowser(blank, ({ win }, { width, height }) => win.resizeTo(width, height), size);
}

/** Withdraws what lets an extension run in private windows: it does not from when it is loaded anew. */
export async function forbidInPrivate(browser: Browser, extensionId: string): Promise<void> {
  await inBrowser(
    browser,
    async (_, id) => {
      const { ExtensionPermissions } = ChromeUtils.importESModule(
        'resource://gre/modules/ExtensionPermissions.sys.mjs',
      );
      await ExtensionPermissions.remove(id, {
        permissions: ['internal:privateBrowsingAllowed'],
        origins: [],
      });
    },
    extensionId,
  );
}
