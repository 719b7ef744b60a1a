import { browser } from './browser.ts';

/** Whether the extension has access to any of `origins` (match patterns). */
export async function hasAnyAccess(origins: string[]): Promise<boolean> {
  const each = origins.map((origin) => browser.permissions.contains({ origins: [origin] }));
  return (await Promise.all(each)).includes(true);
}

/** Calls `listener` when access was granted or removed. @returns a function that stops it */
export function onAccessChange(listener: () => void): () => void {
  const { onAdded, onRemoved } = browser.permissions;
  onAdded.addListener(listener);
  onRemoved.addListener(listener);
  return () => {
    onAdded.removeListener(listener);
    onRemoved.removeListener(listener);
  };
}

/** Asks the reader for access to `origins` (match patterns). Call it in their click. @returns whether they granted it */
export function requestAccess(origins: string[]): Promise<boolean> {
  return browser.permissions.request({ origins });
}

/** Whether the extension has access to all of `origins` (match patterns). */
export function hasAccess(origins: string[]): Promise<boolean> {
  return browser.permissions.contains({ origins });
}

/** Removes the access to `origins` (match patterns). Permissions that the manifest requires stay. Never rejects. */
export async function revokeAccess(origins: string[]): Promise<void> {
  await browser.permissions.remove({ origins }).catch(() => false);
}
