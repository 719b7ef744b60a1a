import { browser } from './browser.ts';

/**
 * Whether this panel's window is private. What is ticked there stays: Chrome shows the profile's one database in it, and
 * Firefox, which opens none there, the extension's one storage area. (Both were tried; see tests/e2e/private-window.test.ts.)
 */
export async function inPrivateWindow(): Promise<boolean> {
  return (await browser.windows.getCurrent()).incognito;
}
