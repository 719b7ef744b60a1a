import { browser } from './browser.ts';

/**
 * Calls `listener` with whether the extension has access to any of `origins` (match patterns): now and on each
 * change, for as long as the panel is open.
 */
export function followAccess(origins: string[], listener: (granted: boolean) => void): void {
  const tell = async () => {
    const each = origins.map((origin) => browser.permissions.contains({ origins: [origin] }));
    listener((await Promise.all(each)).includes(true));
  };
  browser.permissions.onAdded.addListener(tell);
  browser.permissions.onRemoved.addListener(tell);
  void tell();
}

/** Asks the reader for access to `origins`; needs their click. Answers whether they gave it. */
export function askForAccess(origins: string[]): Promise<boolean> {
  return browser.permissions.request({ origins });
}
