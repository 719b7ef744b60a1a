import { browser, type Tabs } from './browser.ts';

/** Only Chrome has this, so the polyfill and its types lack it. `onClosed` came with 142. */
declare const chrome: {
  sidePanel?: { onClosed?: { addListener(listener: (info: { windowId: number }) => void): void } };
};

/** Whether the browser has a side panel or sidebar. Phones and Safari have none: there the panel is a page in a tab. */
export const hasSidePanel = (): boolean =>
  (import.meta.env.FIREFOX ? browser.sidebarAction : chrome.sidePanel) !== undefined;

/**
 * Calls `listener` with the id of each window whose side panel has been closed. A panel can't always announce that itself: without
 * window animations Chrome closes it at once. Only there.
 */
export function onPanelClosed(listener: (windowId: number) => void): void {
  if (!import.meta.env.FIREFOX) chrome.sidePanel?.onClosed?.addListener(({ windowId }) => listener(windowId));
}

/** Shows the panel's tab in the window of `tab`. If there is none yet, it is opened next to `tab`. */
export async function openPanelTab({ id, index, windowId = -2 }: Tabs.Tab): Promise<void> {
  const url = browser.runtime.getURL('sidepanel.html');
  const [open] = await browser.tabs.query({ url, windowId });
  if (open) await browser.tabs.update(open.id, { active: true });
  // The anchor tells the panel which tab it was opened from: not every browser that needs this supports `openerTabId`.
  else await browser.tabs.create({ url: `${url}#${id}`, index: index + 1, windowId });
}
