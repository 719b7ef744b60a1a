import { browser } from './browser.ts';

/** Whether the extension has access to all of `origins` (match patterns). */
export function hasAccess(origins: string[]): Promise<boolean> {
  return browser.permissions.contains({ origins });
}

/** Gives the access to `origins` back. What the manifest itself asks for stays. */
export async function giveBackAccess(origins: string[]): Promise<void> {
  await browser.permissions.remove({ origins }).catch(() => false);
}
