import { browser } from './browser.ts';
import { hasSidePanel, openPanelTab } from './open-panel.ts';

/** What only one of the two browsers has; the polyfill and its types know neither. */
declare const chrome: {
  sidePanel: { setPanelBehavior(behavior: { openPanelOnActionClick: boolean }): Promise<void> };
};

/**
 * Lets the toolbar icon open and close the panel, and gives its badge the panel's colour. To be called each time
 * the background starts. Chrome opens by itself once told to; Firefox wants the click, whose gesture is lost
 * after an `await`. Where neither has a place for it, the panel is a page in a tab.
 */
export function prepareToolbar(): void {
  // Some browsers of phones show no text on the icon.
  void browser.action.setBadgeBackgroundColor?.({ color: '#0b6b4f' });
  if (!hasSidePanel()) browser.action.onClicked.addListener((tab) => void openPanelTab(tab));
  else if (import.meta.env.FIREFOX)
    browser.action.onClicked.addListener(() => void browser.sidebarAction.toggle());
  else void chrome.sidePanel.setPanelBehavior({ openPanelOnActionClick: true });
}

/** Writes `text` on the toolbar icon while the tab `tabId` shows its present page; '' takes it away. */
export async function showToolbarText(tabId: number, text: string): Promise<void> {
  await browser.action.setBadgeText?.({ tabId, text }).catch(() => {
    // The tab was closed meanwhile: nothing is left to be written on.
  });
}

/** The open tabs whose pages match `patterns`. */
export async function tabsShowing(patterns: string[]): Promise<{ id: number; url: string }[]> {
  // For the browser, no pattern is every tab.
  const tabs = patterns.length > 0 ? await browser.tabs.query({ url: patterns }) : [];
  return tabs.flatMap(({ id, url }) => (id !== undefined && url !== undefined ? [{ id, url }] : []));
}
