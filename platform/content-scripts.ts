import { browser } from './browser.ts';
import { sendToPage } from './page-channel.ts';
import { tabsShowing } from './toolbar.ts';

const ID = 'added';
const FILES = ['/content-scripts/content.js'];

/** Lets the content script run in all pages that match `patterns`, beside those of the manifest. @throws where the browser refuses */
export async function registerContentScript(patterns: string[]): Promise<void> {
  const before = await browser.scripting.getRegisteredContentScripts({ ids: [ID] });
  if (before.length > 0) await browser.scripting.unregisterContentScripts({ ids: [ID] });
  if (patterns.length > 0)
    await browser.scripting.registerContentScripts([
      { id: ID, matches: patterns, js: FILES, runAt: 'document_end' },
    ]);
}

/** Runs the content script in the pages that match `patterns` and were open before it was to run in them. */
export async function injectIntoOpenPages(patterns: string[]): Promise<void> {
  for (const { id } of await tabsShowing(patterns)) {
    if (await sendToPage(id, 'reportPage')) continue;
    // A page may have been left meanwhile: the next one gets the script from the browser.
    await browser.scripting.executeScript({ target: { tabId: id }, files: FILES }).catch(() => {});
  }
}
