import type { Browser } from 'webextension-polyfill';

export type { Runtime, Tabs } from 'webextension-polyfill';

/**
 * The browser's extension API with promises, for panel and background; to be used once `loadBrowser` has
 * resolved. Content scripts take the API as it is, to stay small.
 */
export let browser = (globalThis as unknown as { browser: Browser }).browser;

/** The id that browsers give to no tab: messages to it go nowhere. */
export const NO_TAB = -1;

/** Loads the polyfill where the browser has no `browser` of its own: Chrome before version 148. */
export async function loadBrowser(): Promise<void> {
  browser ??= (await import('./polyfill.ts')).default;
}
