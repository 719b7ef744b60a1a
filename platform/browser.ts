import type { Browser } from 'webextension-polyfill';

export type { Runtime, Tabs } from 'webextension-polyfill';

/**
 * The browser's extension API with promises, for panel and background. Use it once `loadBrowser` has resolved. Content scripts use the
 * API without the polyfill, to stay small.
 */
export let browser = (globalThis as unknown as { browser: Browser }).browser;

/** An id that no tab has, for when no tab is shown. Messages to it are rejected. */
export const NO_TAB = -1;

/** Loads the polyfill if the browser has no `browser` object: Chrome before version 148. */
export async function loadBrowser(): Promise<void> {
  browser ??= (await import('./polyfill.ts')).default;
}
