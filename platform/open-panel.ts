import { browser, type Tabs } from './browser.ts';

/** What only Chrome has; the polyfill and its types do not know it. */
declare const chrome: { sidePanel?: unknown };

/** Whether the browser has a place beside its pages for the panel. Those of phones and Safari have none: there it is a page in a tab. */
export const hasSidePanel = (): boolean =>
  (import.meta.env.FIREFOX ? browser.sidebarAction : chrome.sidePanel) !== undefined;

/** Brings the panel's tab in the window of `tab` to the front, which is opened next to that one where there is none yet. */
export async function openPanelTab({ id, index, windowId = -2 }: Tabs.Tab): Promise<void> {
  const url = browser.runtime.getURL('sidepanel.html');
  const [open] = await browser.tabs.query({ url, windowId });
  if (open) await browser.tabs.update(open.id, { active: true });
  // Which tab it was opened from stands in the address: not every browser that needs this knows `openerTabId`.
  else await browser.tabs.create({ url: `${url}#${id}`, index: index + 1, windowId });
}
