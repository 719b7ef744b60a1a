import type { Browser, Page } from 'puppeteer-core';
import { launch } from 'puppeteer-core';
import { emptyExtension } from './emptied.ts';
import { findFirefox } from './executables.ts';
import { badgeOf, changeAccess, clickButton, inBackground, manifestId, speak } from './firefox-extension.ts';
import { forbidInPrivate, leaveOneBlankTab } from './firefox-reset.ts';
import { inBrowser, windowOf } from './firefox-scope.ts';
import { sidebarOf, sidebarReady, widenSidebar } from './firefox-sidebar.ts';
import { LOADING, until } from './poll.ts';
import { killProcess, processEnded, useProfile } from './profile.ts';
import { type Reader, type ReaderOptions, WINDOW_SIZE } from './reader.ts';
import { keepBusy } from './slowness.ts';

// Firefox gives an extension a random address in each profile. This makes it predictable.
const ADDRESS = '5a3c1f0e-7761-4d6b-8a11-77617970616e';

function preferencesFor(options: ReaderOptions, id: string): Record<string, string | number | boolean> {
  const { server, colorScheme, language = 'en-US', prefs } = options;
  return {
    'extensions.webextensions.uuids': JSON.stringify({ [id]: ADDRESS }),
    // A temporary extension is removed when the browser quits. Its data has to survive the restart.
    'extensions.webextensions.keepStorageOnUninstall': true,
    'extensions.webextensions.keepUuidOnUninstall': true,
    // The interface follows the browser's language, and the tests read its texts.
    'intl.locale.requested': language,
    'intl.accept_languages': [...new Set([language, 'en-US', 'en'])].join(', '),
    // Lists that Firefox downloads. Firefox's own tests use this value for none.
    'services.settings.server': 'data:,#remote-settings-dummy/v1',
    'browser.sessionstore.resume_from_crash': false,
    'toolkit.startup.max_resumed_crashes': -1,
    ...(server === undefined
      ? {}
      : {
          'network.proxy.type': 1,
          'network.proxy.http': '127.0.0.1',
          'network.proxy.http_port': server.proxyPort,
          'network.proxy.ssl': '127.0.0.1',
          'network.proxy.ssl_port': server.proxyPort,
          'network.proxy.no_proxies_on': '',
        }),
    ...(colorScheme === undefined
      ? {}
      : {
          'layout.css.prefers-color-scheme.content-override': colorScheme === 'dark' ? 0 : 1,
          'ui.systemUsesDarkTheme': colorScheme === 'dark' ? 1 : 0,
        }),
    ...prefs,
  };
}

/**
 * Starts Firefox with the extension temporarily installed. Rejects if no Firefox can be found or installed, or if the extension
 * can't be installed.
 */
export async function launchFirefox(options: ReaderOptions): Promise<Reader> {
  const executablePath = await findFirefox();
  const { windowSize = WINDOW_SIZE } = options;
  const extensionId = await manifestId(options.extensionDir);
  const panelUrl = `moz-extension://${ADDRESS}/sidepanel.html`;
  const profile = await useProfile(options.profileDir);
  let browser: Browser;

  const start = async () => {
    browser = await launch({
      browser: 'firefox',
      executablePath,
      headless: options.headless ?? true,
      userDataDir: profile.path,
      // Without this, a release build of Firefox doesn't allow another settings server.
      env: {
        ...process.env,
        MOZ_REMOTE_SETTINGS_DEVTOOLS: '1',
        ...(options.home !== undefined && { HOME: options.home }),
        ...(options.timeZone !== undefined && { TZ: options.timeZone }),
      },
      acceptInsecureCerts: options.server !== undefined,
      defaultViewport: null,
      args: [
        '--remote-allow-system-access',
        `--width=${windowSize.width}`,
        `--height=${windowSize.height}`,
        ...(options.extraArgs ?? []),
      ],
      extraPrefsFirefox: preferencesFor(options, extensionId),
    });
    const [firstPage] = await browser.pages();
    if (firstPage && options.language) await speak(firstPage, options.language);
    await browser.installExtension(options.archive ?? options.extensionDir);
  };
  const rest = keepBusy();
  await start();

  const open = async (page: Page, url: string | undefined) => {
    page.setDefaultNavigationTimeout(LOADING);
    if (url !== undefined) await page.goto(url);
    await page.bringToFront();
    return page;
  };
  const clickAction = (page: Page) => clickButton(page, extensionId);
  const evaluateInExtension: Reader['evaluateInExtension'] = (fn, ...args) =>
    inBackground(browser, extensionId, fn, args);
  const setAccess = (granted: boolean) => changeAccess(browser, extensionId, granted);
  const updateExtension = async () =>
    void (await browser.installExtension(options.archive ?? options.extensionDir));

  return {
    name: 'firefox',
    extensionId,
    extensionUrl: `moz-extension://${ADDRESS}/`,
    newPage: async (url) => open(await browser.newPage(), url),
    newWindow: async (url) => open(await browser.newPage({ type: 'window' }), url),
    clickAction,
    async openPanel(page) {
      await page.bringToFront();
      const where = await windowOf(page);
      // The button would close an open sidebar.
      if (!(await inBrowser(page, ({ win }) => win.SidebarController.isOpen))) await clickAction(page);
      await until('the sidebar opens', () => sidebarReady(where, panelUrl).catch(() => false));
      await widenSidebar(where);
      return sidebarOf(where);
    },
    badgeText: (page) => badgeOf(page, extensionId),
    evaluateInExtension,
    setAccess,
    updateExtension,
    async reset() {
      await leaveOneBlankTab(browser, windowSize);
      const { hosts, inPrivate } = await evaluateInExtension(emptyExtension);
      if (!hosts) await setAccess(true);
      if (inPrivate) await forbidInPrivate(browser, extensionId);
      await updateExtension();
    },
    async restart() {
      if (browser.connected) await browser.close();
      await processEnded(browser);
      await start();
    },
    kill: () => killProcess(browser),
    ended: () => processEnded(browser),
    async close() {
      rest();
      if (browser.connected) await browser.close();
      await processEnded(browser);
      await profile.remove();
    },
  };
}
