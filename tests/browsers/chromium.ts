import type { Browser, Extension, Page } from 'puppeteer-core';
import { launch } from 'puppeteer-core';
import { argumentsFor } from './chromium-arguments.ts';
import { evaluateOn, panelOf } from './chromium-panel.ts';
import { leaveOneBlankTab } from './chromium-reset.ts';
import { emptyExtension } from './emptied.ts';
import { findChromium } from './executables.ts';
import { until } from './poll.ts';
import { killProcess, processEnded, useProfile } from './profile.ts';
import { type Reader, type ReaderOptions, WINDOW_SIZE } from './reader.ts';
import { slowPages } from './slowness.ts';

/** What Chromium's own settings page may change of an extension; the types of the extension API do not have it. */
interface Configuration {
  hostAccess?: 'ON_ALL_SITES' | 'ON_CLICK';
  incognitoAccess?: boolean;
}
interface DeveloperPrivate {
  updateExtensionConfiguration(update: Configuration & { extensionId: string }): Promise<void>;
}

/**
 * Starts Chromium with the extension. Rejects where no Chromium can be found or had, or where the
 * extension cannot be loaded.
 */
export async function launchChromium(options: ReaderOptions): Promise<Reader> {
  const executablePath = await findChromium();
  const profile = await useProfile(options.profileDir);
  const { colorScheme, extensionDir, language = 'en-US', windowSize = WINDOW_SIZE } = options;
  let browser: Browser;
  let extension: Extension;

  const load = async () => {
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
      // Loading an extension by command line is gone from branded Chrome; over the pipe it still works.
      pipe: true,
      enableExtensions: true,
      acceptInsecureCerts: options.server !== undefined,
      defaultViewport: null,
      // The interface follows the browser's language, and tests read it.
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
  /** The panel of a window: the browser's window ids are those of `chrome.windows`. */
  const panelIn = async (windowId: number): Promise<Page | undefined> => {
    for (const page of await panelPages()) {
      const ready = await page
        .evaluate(async () => ({
          id: (await chrome.windows.getCurrent()).id,
          // A tab that shows the panel's page is not the panel.
          inTab: (await chrome.tabs.getCurrent()) !== undefined,
          laidOut: innerWidth > 0 && document.readyState === 'complete',
        }))
        .catch(() => undefined);
      if (ready?.id === windowId && !ready.inTab && ready.laidOut) return page;
    }
    return undefined;
  };
  const evaluateInExtension: Reader['evaluateInExtension'] = async (fn, ...args) => {
    // A file of the extension in a tab nobody sees: unlike the background it is there when asked for.
    const page = await browser.newPage({ background: true });
    try {
      await page.goto(`chrome-extension://${extension.id}/manifest.json`);
      return await evaluateOn(page, fn, args);
    } finally {
      await page.close();
    }
  };
  /** The button opens the panel from when the background has said so, which is a moment after the start. */
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
  };
  const updateExtension = async () => {
    await load();
    await until('the toolbar button is there', buttonReady);
  };

  const open = async (page: Page, url: string | undefined) => {
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
      // The button closes a panel that is open.
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
