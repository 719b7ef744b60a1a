import type { Page } from 'puppeteer-core';
import { inBrowser } from './firefox-scope.ts';
import { until } from './poll.ts';
import type { Reader } from './reader.ts';

/** The private API of Chromium's extension settings page, which the types of the extension API lack. */
interface DeveloperPrivate {
  updateProfileConfiguration(update: { inDeveloperMode: boolean }): Promise<void>;
  updateExtensionConfiguration(update: { extensionId: string; incognitoAccess: boolean }): Promise<void>;
}

/** Firefox's internal API for extensions and private windows. It exists only in its privileged scope. */
interface Modules {
  ExtensionPermissions: {
    add(id: string, granted: { permissions: string[]; origins: string[] }, extension: unknown): Promise<void>;
  };
  ExtensionParent: { GlobalManager: { extensionMap: Map<string, unknown> } };
  AddonManager: { getAddonByID(id: string): Promise<{ reload(): Promise<void> }> };
}
declare const ChromeUtils: { importESModule(url: string): Modules };

async function allowInFirefox(page: Page, extensionId: string): Promise<void> {
  await inBrowser(
    page,
    async (_, id) => {
      const { ExtensionPermissions } = ChromeUtils.importESModule(
        'resource://gre/modules/ExtensionPermissions.sys.mjs',
      );
      const { ExtensionParent } = ChromeUtils.importESModule(
        'resource://gre/modules/ExtensionParent.sys.mjs',
      );
      const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
      const extension = ExtensionParent.GlobalManager.extensionMap.get(id);
      const granted = { permissions: ['internal:privateBrowsingAllowed'], origins: [] };
      await ExtensionPermissions.add(id, granted, extension);
      await (await AddonManager.getAddonByID(id)).reload();
    },
    extensionId,
  );
}

async function allowInChromium(page: Page, reader: Reader): Promise<void> {
  const settings = await page.browser().newPage();
  await settings.goto('chrome://extensions');
  await settings.evaluate(async (extensionId) => {
    const { developerPrivate } = chrome as unknown as { developerPrivate: DeveloperPrivate };
    // Allowing it reloads the extension, which Chromium otherwise refuses for unpacked ones.
    await developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
    await developerPrivate.updateExtensionConfiguration({ extensionId, incognitoAccess: true });
  }, reader.extensionId);
  await settings.close();
  const allowed = () =>
    reader.evaluateInExtension(
      async () =>
        (await chrome.extension.isAllowedIncognitoAccess()) &&
        (await chrome.sidePanel.getPanelBehavior()).openPanelOnActionClick,
    );
  await until('the extension has reloaded', () => allowed().catch(() => false));
}

/** Allows the extension in private windows, as the reader does in the browser's settings. @param page any page */
export async function allowInPrivate(reader: Reader, page: Page): Promise<void> {
  if (reader.name === 'firefox') await allowInFirefox(page, reader.extensionId);
  else await allowInChromium(page, reader);
}

/** Opens a private window at `url`. @param page any page of the browser */
export async function newPrivateWindow(reader: Reader, page: Page, url: string): Promise<Page> {
  const browser = page.browser();
  const before = new Set(await browser.pages());
  if (reader.name === 'firefox') {
    await inBrowser(
      page,
      ({ win }, address) => {
        const open = Reflect.get(win, 'openTrustedLinkIn') as (...args: unknown[]) => void;
        open(address, 'window', { private: true });
      },
      url,
    );
  } else {
    await reader.evaluateInExtension(
      async (address) => void (await chrome.windows.create({ incognito: true, url: address })),
      url,
    );
  }
  const find = async () => {
    for (const target of browser.targets()) {
      const found = target.url() === url ? await target.page() : null;
      if (found && !before.has(found)) return found;
    }
    return undefined;
  };
  const found = await until('the private window opens', find);
  if (!found) throw new Error('The private window did not open');
  return found;
}
