import { browser, type Tabs } from './browser.ts';

/** Only Chrome has this, so the polyfill and its types lack it. */
declare const chrome: { sidePanel?: unknown };

/** Whether the browser has a side panel or sidebar. Phones and Safari have none: there the panel is a page in a tab. */
export const hasSidePanel = (): boolean =>
  (import.meta.env.FIREFOX ? browser.sidebarAction : chrome.sidePanel) !== undefined;

/** Shows the panel's tab in the window of `tab`. If there is none yet, it is opened next to `tab`. */
export async function openPanelTab({ id, index, windowId = -2 }: Tabs.Tab): Promise<void> {
  const url = browser.runtime.getURL('sidepanel.html');
  const [open] = await browser.tabs.query({ url, windowId });
  if (open) await browser.tabs.update(open.id, { active: true });
  // The anchor tells the panel which tab it was opened from: not every browser that needs this supports `openerTabId`.
  else await browser.tabs.create({ url: `${url}#${id}`, index: index + 1, windowId });
}
