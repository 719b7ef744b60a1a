import { browser, type Tabs } from './browser.ts';

/** The tab that a window shows. `url` is not there where the extension has no access to the page. */
export interface ShownTab {
  id: number;
  url: string | undefined;
  /** Whether its document has finished loading. */
  complete: boolean;
  /** Grows when the document says something new of itself without moving, such as another title. */
  revision: number;
}

/**
 * Calls `listener` with the active tab of this panel's window: now, when another tab is activated, and when
 * its address, loading state or title changes; for as long as the panel is open. Host permission is enough for that.
 */
export function followShownTab(listener: (tab: ShownTab) => void): void {
  let windowId: number | undefined;
  let shown: ShownTab | undefined;

  const show = (tab: Tabs.Tab | undefined) => {
    if (tab?.id === undefined) return;
    shown = { id: tab.id, url: tab.url, complete: tab.status !== 'loading', revision: 0 };
    listener(shown);
  };
  const showActive = async () => {
    const [tab] = await browser.tabs.query(
      windowId === undefined ? { active: true, currentWindow: true } : { active: true, windowId },
    );
    windowId = tab?.windowId ?? windowId;
    show(tab);
  };
  const onActivated = (info: Tabs.OnActivatedActiveInfoType) => {
    if (info.windowId === windowId) void showActive();
  };
  const onUpdated = (id: number, change: Tabs.OnUpdatedChangeInfoType, tab: Tabs.Tab) => {
    if (id !== shown?.id) return;
    shown = {
      id,
      url: tab.url,
      complete: tab.status !== 'loading',
      revision: shown.revision + (change.title === undefined ? 0 : 1),
    };
    listener(shown);
  };
  browser.tabs.onActivated.addListener(onActivated);
  browser.tabs.onUpdated.addListener(onUpdated);
  void showActive();
}

/** How a link is to open: in the tab being read, in a new tab behind it, or in a new one in front. */
export type Where = 'here' | 'behind' | 'front';

/** Opens `address` for the tab `tabId`. Rejects where the browser refuses, as for a tab that is gone. */
export async function openLink(address: string, tabId: number, where: Where): Promise<void> {
  if (where === 'here') await browser.tabs.update(tabId, { url: address });
  else await browser.tabs.create({ url: address, openerTabId: tabId, active: where === 'front' });
}

/** Loads the page of a tab anew. */
export async function reloadTab(tabId: number): Promise<void> {
  await browser.tabs.reload(tabId);
}
