import { browser } from './browser.ts';

/** Calls `listener` with whether the extension has access to all `origins` (match patterns): now and on each change. */
export function followAccess(origins: string[], listener: (granted: boolean) => void): () => void {
  const tell = async () => listener(await browser.permissions.contains({ origins }));
  const onChange = () => void tell();
  browser.permissions.onAdded.addListener(onChange);
  browser.permissions.onRemoved.addListener(onChange);
  void tell();
  return () => {
    browser.permissions.onAdded.removeListener(onChange);
    browser.permissions.onRemoved.removeListener(onChange);
  };
}

/** Asks the reader for access to `origins`; needs their click. Answers whether they gave it. */
export function askForAccess(origins: string[]): Promise<boolean> {
  return browser.permissions.request({ origins });
}
