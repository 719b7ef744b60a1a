import { browser, NO_TAB } from './browser.ts';
import { inTab } from './shown-tab.ts';

/** Where a link opens: in the tab being read, in a new tab in the background, or in a new tab in the foreground. */
export type LinkDisposition = 'here' | 'behind' | 'front';

/**
 * Opens `address` in the tab `tabId` and shows that tab, or opens a new tab.
 * @returns the id of the tab it opened in
 * @throws if the browser refuses, for example because the tab was closed
 */
export async function openLink(
  address: string,
  tabId: number,
  disposition: LinkDisposition,
): Promise<number | undefined> {
  if (disposition === 'here' && tabId !== NO_TAB) {
    await browser.tabs.update(tabId, { url: address });
    await bringToFront(tabId);
    return tabId;
  }
  // If the panel is a page in a tab, the other tab may be in another window, which an opener can't be. Phones don't support openers.
  const opener = inTab ? {} : { openerTabId: tabId };
  return (await browser.tabs.create({ url: address, active: disposition !== 'behind', ...opener })).id;
}

/** Shows the tab `tabId` if the panel is a page in a tab and so may hide it. */
export async function bringToFront(tabId: number): Promise<void> {
  if (!inTab) return;
  const { windowId } = await browser.tabs.update(tabId, { active: true });
  // Some browsers have `windows` without `update`.
  if (windowId !== undefined) await browser.windows?.update?.(windowId, { focused: true });
}

/** Reloads the page of a tab. */
export async function reloadTab(tabId: number): Promise<void> {
  await browser.tabs.reload(tabId);
}
