import { browser } from './browser.ts';

/**
 * Whether the browser's account can carry what is in `storage.sync` to other computers. Firefox for Android and Safari have the
 * area, but keep it on the device. In Chrome and Firefox on a computer it is the reader who decides, in the browser's own settings.
 */
export async function syncsAcrossDevices(): Promise<boolean> {
  if (import.meta.env.SAFARI) return false;
  return !import.meta.env.FIREFOX || (await browser.runtime.getPlatformInfo()).os !== 'android';
}
