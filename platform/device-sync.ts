import { browser } from './browser.ts';

/**
 * Whether the browser can sync `storage.sync` with the reader's other computers. In Firefox for Android and Safari this storage stays on
 * the device. In Chrome and Firefox on a computer the reader decides in the browser's settings.
 */
export async function syncsAcrossDevices(): Promise<boolean> {
  if (import.meta.env.SAFARI) return false;
  return !import.meta.env.FIREFOX || (await browser.runtime.getPlatformInfo()).os !== 'android';
}
