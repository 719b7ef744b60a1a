import { browser } from './browser.ts';

/**
 * Whether this panel's window is private. Progress made there is saved: Chrome's private windows use the profile's database, and
 * Firefox's, where no database can be opened, use extension storage (see tests/e2e/private-window.test.ts).
 */
export async function inPrivateWindow(): Promise<boolean> {
  // A phone has no windows, and its panel is in a tab.
  return (await (browser.windows ?? browser.tabs).getCurrent())?.incognito ?? false;
}
