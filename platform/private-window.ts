import { browser } from './browser.ts';

/**
 * Whether this panel's window is private. What is ticked there stays: Chrome shows the profile's one database in it, and
 * Firefox, which opens none there, the extension's one storage area. (Both were tried; see tests/e2e/private-window.test.ts.)
 */
export async function inPrivateWindow(): Promise<boolean> {
  // A phone has no windows, and its panel is in a tab.
  return (await (browser.windows ?? browser.tabs).getCurrent())?.incognito ?? false;
}
