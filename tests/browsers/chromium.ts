import type { Browser, Extension, Page } from 'puppeteer-core';
import { launch } from 'puppeteer-core';
import { argumentsFor } from './chromium-arguments.ts';
import { evaluateOn, panelOf } from './chromium-panel.ts';
import { leaveOneBlankTab } from './chromium-reset.ts';
import { emptyExtension } from './emptied.ts';
import { findChromium } from './executables.ts';
import { LOADING, until } from './poll.ts';
import { killProcess, processEnded, useProfile } from './profile.ts';
import { type Reader, type ReaderOptions, WINDOW_SIZE } from './reader.ts';
import { slowPages } from './slowness.ts';

/** The private API of Chromium's extension settings page, which the types of the extension API lack. */
interface Configuration {
  hostAccess?: 'ON_ALL_SITES' | 'ON_CLICK';
  incognitoAccess?: boolean;
}
interface DeveloperPrivate {
  updateExtensionConfiguration(update: Configuration & { extensionId: string }): Promise<void>;
}

/**
 * Starts Chromium with the extension. Rejects if no Chromium can be found or installed, or if the extension can't be loaded.
 */
export async function launchChromium(options: ReaderOptions): Promise<Reader> {
  const executablePath = await findChromium();
  const profile = await useProfile(options.profileDir);
  const { colorScheme, extensionDir, language = 'en-US', windowSize = WINDOW_SIZE } = options;
  let browser: Browser;
  let extension: Extension;

  const load = async () => {
    // Loading it again closes its pages.
    hidden = undefined;
    const id = await browser.installExtension(extensionDir);
    const found = (await browser.extensions()).get(id);
    if (found === undefined) throw new Error(`Chromium did not load the extension in ${extensionDir}`);
    extension = found;
  };
  const start = async () => {
    browser = await launch({
      executablePath,
      headless: options.headless ?? true,
      userDataDir: profile.path,
      // Branded Chrome can no longer load an extension from the command line, but it can over the pipe.
      pipe: true,
      protocolTimeout: LOADING,
      enableExtensions: true,
      acceptInsecureCerts: options.server !== undefined,
      defaultViewport: null,
      // The interface follows the browser's language, and the tests read its texts.
      env: {
        ...process.env,
        LANGUAGE: language.replace('-', '_'),
        ...(options.timeZone !== undefined && { TZ: options.timeZone }),
      },
      args: argumentsFor(options),
    });
    await slowPages(browser);
    await load();
  };

  const dressed = async (page: Page) => {
    if (colorScheme !== undefined) {
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: colorScheme }]);
    }
    return page;
  };
  const panelPages = async () => {
    const pages = await extension.pages();
    return pages.filter((page) => new URL(page.url()).pathname === '/sidepanel.html');
  };
  /** Returns the panel of a window. Puppeteer's window ids are those of `chrome.windows`. */
  const panelIn = async (windowId: number): Promise<Page | undefined> => {
    for (const page of await panelPages()) {
      const ready = await page
        .evaluate(async () => ({
          id: (await chrome.windows.getCurrent()).id,
          // A tab that shows the panel's page isn't the side panel.
          inTab: (await chrome.tabs.getCurrent()) !== undefined,
          laidOut: innerWidth > 0 && document.readyState === 'complete',
        }))
        .catch(() => undefined);
      if (ready?.id === windowId && !ready.inTab && ready.laidOut) return page;
    }
    return undefined;
  };
  let hidden: Page | undefined;
  /**
   * A file of the extension that no tab shows: unlike the background, it is always running, and a tab for each question would take
   * longer than most answers. It closes together with the extension.
   */
  const hiddenPage = async (): Promise<Page> => {
    if (hidden && !hidden.isClosed()) return hidden;
    const session = await browser.target().createCDPSession();
    const url = `chrome-extension://${extension.id}/manifest.json`;
    const { targetId } = await session.send('Target.createTarget', { url, background: true, hidden: true });
    const target = await browser.waitForTarget((each) => Reflect.get(each, '_targetId') === targetId);
    hidden = await target.asPage();
    await hidden.waitForFunction((expected) => location.href === expected, {}, url);
    return hidden;
  };
  const evaluateInExtension: Reader['evaluateInExtension'] = async (fn, ...args) => {
    const page = await hiddenPage();
    try {
      return await evaluateOn(page, fn, args);
    } catch (error) {
      // It may have closed without notice, together with the extension.
      hidden = undefined;
      void page.close().catch(() => {});
      throw error;
    }
  };
  /** Whether the toolbar button opens the panel yet. The background sets that shortly after the start. */
  const buttonReady = () =>
    evaluateInExtension(async () =>
      chrome.sidePanel
        ? (await chrome.sidePanel.getPanelBehavior()).openPanelOnActionClick === true
        : // A build without one has nothing to say: its background hears the button once it has run.
          (await chrome.runtime.getContexts({ contextTypes: ['BACKGROUND'] })).length > 0,
    );
  const startReady = async () => {
    await start();
    await until('the toolbar button is there', buttonReady);
  };
  await startReady();

  const configure = async (update: Configuration) => {
    const settings = await browser.newPage({ background: true });
    await settings.goto('chrome://extensions');
    await settings.evaluate(
      (extensionId, changed) =>
        (
          chrome as unknown as { developerPrivate: DeveloperPrivate }
        ).developerPrivate.updateExtensionConfiguration({ extensionId, ...changed }),
      extension.id,
      update,
    );
    await settings.close();
    // Some of these reload the extension, which closes it, but not at once.
    await hidden?.close().catch(() => {});
    hidden = undefined;
  };
  const updateExtension = async () => {
    await load();
    await until('the toolbar button is there', buttonReady);
  };

  const open = async (page: Page, url: string | undefined) => {
    page.setDefaultNavigationTimeout(LOADING);
    await dressed(page);
    if (url !== undefined) await page.goto(url);
    await page.bringToFront();
    return page;
  };

  return {
    name: 'chromium',
    get extensionId() {
      return extension.id;
    },
    get extensionUrl() {
      return `chrome-extension://${extension.id}/`;
    },
    newPage: async (url) => open(await browser.newPage(), url),
    newWindow: async (url) => open(await browser.newPage({ type: 'window' }), url),
    clickAction: (page) => extension.triggerAction(page),
    async openPanel(page) {
      await page.bringToFront();
      const windowId = Number(await page.windowId());
      // The button would close an open panel.
      if ((await panelIn(windowId)) === undefined) await extension.triggerAction(page);
      const panel = await until('the side panel opens', () => panelIn(windowId));
      if (panel === undefined) throw new Error('The side panel did not open');
      return panelOf(await dressed(panel));
    },
    async badgeText(page) {
      const index = (await page.tabInfo())?.index ?? 0;
      return evaluateInExtension(
        async (windowId, index) => {
          const [tab] = await chrome.tabs.query({ windowId, index });
          return chrome.action.getBadgeText(tab?.id === undefined ? {} : { tabId: tab.id });
        },
        Number(await page.windowId()),
        index,
      );
    },
    evaluateInExtension,
    setAccess: (granted) => configure({ hostAccess: granted ? 'ON_ALL_SITES' : 'ON_CLICK' }),
    updateExtension,
    async reset() {
      // It would stay open with its window.
      for (const panel of await panelPages()) await panel.evaluate(() => window.close()).catch(() => {});
      await leaveOneBlankTab(browser, windowSize);
      const { hosts, inPrivate } = await evaluateInExtension(emptyExtension);
      if (!hosts) await configure({ hostAccess: 'ON_ALL_SITES' });
      if (inPrivate) await configure({ incognitoAccess: false });
      await updateExtension();
    },
    async restart() {
      if (browser.connected) await browser.close();
      await processEnded(browser);
      await startReady();
    },
    kill: () => killProcess(browser),
    ended: () => processEnded(browser),
    async close() {
      if (browser.connected) await browser.close();
      await processEnded(browser);
      await profile.remove();
    },
  };
}
