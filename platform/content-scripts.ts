import { browser } from './browser.ts';
import { sendToPage } from './page-channel.ts';
import { tabsShowing } from './toolbar.ts';

/** The browser keeps the registered script under this id. */
const ID = 'added';
const FILES = ['/content-scripts/content.js'];

/**
 * Registers the content script for pages that match `patterns`, in addition to those in the manifest. Replaces an earlier registration.
 * @throws if the browser refuses
 */
export async function registerContentScript(patterns: string[]): Promise<void> {
  const before = await browser.scripting.getRegisteredContentScripts({ ids: [ID] });
  if (before.length > 0) await browser.scripting.unregisterContentScripts({ ids: [ID] });
  if (patterns.length > 0)
    await browser.scripting.registerContentScripts([
      { id: ID, matches: patterns, js: FILES, runAt: 'document_end' },
    ]);
}

/** Runs the content script in the open pages that match `patterns` and don't have it yet. */
export async function injectIntoOpenPages(patterns: string[]): Promise<void> {
  for (const { id } of await tabsShowing(patterns)) {
    if (await sendToPage(id, 'reportPage')) continue;
    // The tab may have left the page by now. The browser runs the script in the next one.
    await browser.scripting.executeScript({ target: { tabId: id }, files: FILES }).catch(() => {});
  }
}
