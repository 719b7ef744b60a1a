import { browser } from './browser.ts';
import { hasSidePanel, openPanelTab } from './open-panel.ts';

/** Only Chrome has this, so the polyfill and its types lack it. */
declare const chrome: {
  sidePanel: { setPanelBehavior(behavior: { openPanelOnActionClick: boolean }): Promise<void> };
};

/**
 * Lets the toolbar icon open and close the panel, and sets the badge's colour. Call it each time the background starts. Chrome opens the
 * side panel by itself once this is set. Firefox requires the click, which no longer counts after an `await`. Without a side panel or
 * sidebar, the panel opens as a page in a tab.
 */
export function prepareToolbar(): void {
  // Some browsers on phones show no text on the icon.
  void browser.action.setBadgeBackgroundColor?.({ color: '#0b6b4f' });
  if (!hasSidePanel()) browser.action.onClicked.addListener((tab) => void openPanelTab(tab));
  else if (import.meta.env.FIREFOX)
    browser.action.onClicked.addListener(() => void browser.sidebarAction.toggle());
  else void chrome.sidePanel.setPanelBehavior({ openPanelOnActionClick: true });
}

/**
 * Shows `text` on the toolbar icon, with `title` as its tooltip and accessible name, until the tab `tabId` leaves its current page. ''
 * removes the text. Never rejects.
 */
export async function showOnToolbar(tabId: number, text: string, title: string): Promise<void> {
  const { action } = browser;
  await Promise.all([action.setBadgeText?.({ tabId, text }), action.setTitle({ tabId, title })]).catch(() => {
    // The tab has been closed.
  });
}

/** The open tabs whose pages match `patterns`. */
export async function tabsShowing(patterns: string[]): Promise<{ id: number; url: string }[]> {
  // The browser takes an empty list as all tabs.
  const tabs = patterns.length > 0 ? await browser.tabs.query({ url: patterns }) : [];
  return tabs.flatMap(({ id, url }) => (id !== undefined && url !== undefined ? [{ id, url }] : []));
}
