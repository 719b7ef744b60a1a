import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { frameCall, inBrowser, resultOf } from './firefox-scope.ts';
import { mouseClick } from './firefox-sidebar.ts';
import { until } from './poll.ts';

/** The parts of Firefox's internal extension API that are used here. */
interface ExtensionModule {
  ExtensionParent: {
    GlobalManager: { extensionMap: Map<string, RunningExtension> };
    apiManager: {
      global: {
        browserActionFor(extension: RunningExtension | undefined): {
          action: { getContextData(tab: Element): { badgeText: string } };
        };
      };
    };
  };
  ExtensionPermissions: {
    add(id: string, granted: Permissions, extension: RunningExtension): Promise<void>;
    remove(id: string, withdrawn: Permissions, extension: RunningExtension): Promise<void>;
  };
}
interface Permissions {
  permissions: string[];
  origins: string[];
}
interface RunningExtension {
  manifest: { host_permissions: string[] };
  views: Set<{ viewType: string; xulBrowser: Element }>;
  wakeupBackground(): Promise<void>;
}
/** Exists only in functions that run in Firefox's privileged scope. */
declare const ChromeUtils: { importESModule(url: string): ExtensionModule };
declare const Services: { locale: { availableLocales: string[]; requestedLocales: string[] } };

/** Returns the extension's id from its manifest. Rejects if it has none. */
export async function manifestId(extensionDir: string): Promise<string> {
  const manifest = JSON.parse(await readFile(join(extensionDir, 'manifest.json'), 'utf8')) as {
    browser_specific_settings?: { gecko?: { id?: string } };
  };
  const id = manifest.browser_specific_settings?.gecko?.id;
  if (id === undefined) throw new Error(`The extension in ${extensionDir} has no id for Firefox`);
  return id;
}

/**
 * Sets the language of Firefox for extensions that are installed after this. Firefox accepts only languages that it has, so this
 * registers the language as available; Firefox's own windows don't change.
 */
export async function speak(page: Page, language: string): Promise<void> {
  await inBrowser(
    page,
    (_, wanted) => {
      Services.locale.availableLocales = [...new Set([wanted, 'en-US'])];
      Services.locale.requestedLocales = [wanted];
    },
    language,
  );
}

/** Clicks the extension's toolbar button in the window of this page. Rejects if the button isn't visible. */
export async function clickButton(page: Page, extensionId: string): Promise<void> {
  // This is how Firefox derives widget ids from extension ids.
  const widget = extensionId.toLowerCase().replace(/[^a-z0-9_-]/g, '_');
  const middle = () =>
    inBrowser(
      page,
      ({ win }, widget) => {
        const { AREA_NAVBAR } = win.CustomizableUI;
        const id = `${widget}-browser-action`;
        // A new extension's button is in the extensions menu (the puzzle piece). This pins it, as a reader can.
        if (win.CustomizableUI.getPlacementOfWidget(id)?.area !== AREA_NAVBAR) {
          win.CustomizableUI.addWidgetToArea(id, AREA_NAVBAR);
        }
        const box = win.document.getElementById(`${widget}-BAP`)?.getBoundingClientRect();
        if (box === undefined || box.width === 0) return null;
        return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      },
      widget,
    );
  const point = await until('the toolbar button is there', middle);
  if (point !== null) await inBrowser(page, mouseClick, point.x, point.y, 0, 0);
}

/** Returns the text of the toolbar button's badge for the tab of this page; '' if there is none. */
export function badgeOf(page: Page, extensionId: string): Promise<string> {
  return inBrowser(
    page,
    ({ tab }, id) => {
      const module = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
      const { GlobalManager, apiManager } = module.ExtensionParent;
      const { action } = apiManager.global.browserActionFor(GlobalManager.extensionMap.get(id));
      return action.getContextData(tab).badgeText ?? '';
    },
    extensionId,
  );
}

/** Runs a function in the extension's background, and wakes it if needed. Rejects with the function's error. */
export async function inBackground<A extends unknown[], R>(
  browser: Browser,
  extensionId: string,
  fn: (...args: A) => R | Promise<R>,
  args: A,
): Promise<R> {
  const answer = await inBrowser(
    browser,
    async ({ ask }, id, call) => {
      const module = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
      const extension = module.ExtensionParent.GlobalManager.extensionMap.get(id);
      await extension?.wakeupBackground();
      const background = [...(extension?.views ?? [])].find(({ viewType }) => viewType === 'background');
      return ask(background?.xulBrowser, call);
    },
    extensionId,
    frameCall(fn, args),
  );
  return resultOf(answer);
}

/** Grants or removes the extension's access to all its hosts, as the page `about:addons` does. */
export async function changeAccess(browser: Browser, extensionId: string, granted: boolean): Promise<void> {
  await inBrowser(
    browser,
    async (_, id, give) => {
      const { ExtensionParent } = ChromeUtils.importESModule(
        'resource://gre/modules/ExtensionParent.sys.mjs',
      );
      const permissions = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
      const extension = ExtensionParent.GlobalManager.extensionMap.get(id);
      if (extension === undefined) throw new Error('the extension is not running');
      const hosts = { permissions: [], origins: extension.manifest.host_permissions };
      if (give) await permissions.ExtensionPermissions.add(id, hosts, extension);
      else await permissions.ExtensionPermissions.remove(id, hosts, extension);
    },
    extensionId,
    granted,
  );
}
