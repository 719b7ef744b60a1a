import type { Browser } from 'puppeteer-core';
import { type BrowserWindow, inBrowser } from './firefox-scope.ts';
import { until } from './poll.ts';

interface Permissions {
  permissions: string[];
  origins: string[];
}
/** Firefox's internal API for windows and permissions. It exists only in functions that run in its privileged scope. */
declare const Services: { wm: { getEnumerator(type: string): Iterable<BrowserWindow> } };
declare const ChromeUtils: {
  importESModule(url: string): {
    ExtensionPermissions: { remove(id: string, withdrawn: Permissions): Promise<void> };
  };
};

/** Closes all tabs and windows but one blank tab, and the sidebar, in a window of this size. A new window would take longer. */
export async function leaveOneBlankTab(
  browser: Browser,
  size: { width: number; height: number },
): Promise<void> {
  await inBrowser(browser, () => {
    for (const { SidebarController } of Services.wm.getEnumerator('navigator:browser'))
      if (SidebarController.isOpen) SidebarController.hide();
  });
  const blank = await browser.newPage();
  // By window: WebDriver BiDi doesn't list tabs with extension pages, or doesn't notice when they close.
  const closeOthers = () =>
    inBrowser(blank, ({ win, tab }) => {
      const windows = [...Services.wm.getEnumerator('navigator:browser')].filter((each) => each !== win);
      for (const each of windows) each.close();
      const tabs = win.gBrowser.tabs.filter((each) => each !== tab);
      for (const each of tabs) win.gBrowser.removeTab(each, { skipPermitUnload: true });
      return windows.length + tabs.length;
    });
  await until('the other tabs and windows are closed', async () => (await closeOthers()) === 0);
  await inBrowser(blank, ({ win }, { width, height }) => win.resizeTo(width, height), size);
}

/** Removes the permission to run in private windows. It takes effect when the extension is loaded again. */
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
