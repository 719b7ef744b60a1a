import { browser, NO_TAB } from './browser.ts';
import { inTab } from './shown-tab.ts';

/** How a link is to open: in the tab being read, in a new tab behind it, or in a new one in front. */
export type LinkDisposition = 'here' | 'behind' | 'front';

/**
 * Opens `address` for the tab `tabId`, which the reader sees then. Answers the id of the tab that it opened in. Rejects where
 * the browser refuses, as for a tab that is gone.
 */
export async function openLink(
  address: string,
  tabId: number,
  where: LinkDisposition,
): Promise<number | undefined> {
  if (where === 'here' && tabId !== NO_TAB) {
    await browser.tabs.update(tabId, { url: address });
    await bringToFront(tabId);
    return tabId;
  }
  // Beside the panel's own tab the other may be in another window, and phones know no openers.
  const opener = inTab ? {} : { openerTabId: tabId };
  return (await browser.tabs.create({ url: address, active: where !== 'behind', ...opener })).id;
}

/** Lets the reader of a panel that is a page in a tab see what another tab shows. */
export async function bringToFront(tabId: number): Promise<void> {
  if (!inTab) return;
  const { windowId } = await browser.tabs.update(tabId, { active: true });
  // Not every browser that has windows lets them be changed.
  if (windowId !== undefined) await browser.windows?.update?.(windowId, { focused: true });
}

/** Loads the page of a tab anew. */
export async function reloadTab(tabId: number): Promise<void> {
  await browser.tabs.reload(tabId);
}
