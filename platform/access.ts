import { browser } from './browser.ts';

/** Whether the extension has access to any of `origins` (match patterns). */
export async function hasAnyAccess(origins: string[]): Promise<boolean> {
  const each = origins.map((origin) => browser.permissions.contains({ origins: [origin] }));
  return (await Promise.all(each)).includes(true);
}

/** Calls `listener` when access was given or taken. @returns a function that stops it */
export function onAccessChange(listener: () => void): () => void {
  const { onAdded, onRemoved } = browser.permissions;
  onAdded.addListener(listener);
  onRemoved.addListener(listener);
  return () => {
    onAdded.removeListener(listener);
    onRemoved.removeListener(listener);
  };
}

/** Asks the reader for access to `origins`; needs their click. Answers whether they gave it. */
export function requestAccess(origins: string[]): Promise<boolean> {
  return browser.permissions.request({ origins });
}

/** Whether the extension has access to all of `origins` (match patterns). */
export function hasAccess(origins: string[]): Promise<boolean> {
  return browser.permissions.contains({ origins });
}

/** Gives the access to `origins` back. What the manifest itself asks for stays. */
export async function revokeAccess(origins: string[]): Promise<void> {
  await browser.permissions.remove({ origins }).catch(() => false);
}
