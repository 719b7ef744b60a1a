import { browser } from './browser.ts';

/**
 * Whether this panel's window is private. Progress made there is saved: Chrome's private windows use the profile's database, and
 * Firefox's, where no database can be opened, use extension storage (see tests/e2e/private-window.test.ts).
 */
export async function inPrivateWindow(): Promise<boolean> {
  // A phone has no windows, and its panel is in a tab.
  return (await (browser.windows ?? browser.tabs).getCurrent())?.incognito ?? false;
}

/**
 * Whether the browser can sync `storage.sync` with the reader's other computers. In Firefox for Android and Safari this storage stays on
 * the device. In Chrome and Firefox on a computer the reader decides in the browser's settings.
 */
export async function syncsAcrossDevices(): Promise<boolean> {
  if (import.meta.env.SAFARI) return false;
  return !import.meta.env.FIREFOX || (await browser.runtime.getPlatformInfo()).os !== 'android';
}
