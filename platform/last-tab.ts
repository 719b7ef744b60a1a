import { browser, NO_TAB, type Tabs } from './browser.ts';
import { sendToPage } from './page-channel.ts';

/**
 * For a panel that is a page in a tab: follows the tab that last showed a page of a handbook while it was the active tab of a window.
 * It is followed until it is closed, even while the reader sees another tab, such as the panel's own. If there is no such tab, none is
 * shown.
 * @param isHandbook returns undefined for a URL that isn't a page of a handbook
 * @param show called with each tab that is followed from then on, and whether it is in front of its window
 * @param setInFront called when that changes
 */
export async function followLastTab(
  isHandbook: (url: string) => unknown,
  show: (tab: Tabs.Tab, inFront: boolean) => void,
  setInFront: (inFront: boolean) => void,
): Promise<void> {
  const own = await browser.tabs.getCurrent();
  if (!own) return;
  const { url: _, ...rest } = own;
  const nothing = { ...rest, id: NO_TAB };
  let followed: number | undefined;
  let front = false;

  const showsHandbook = ({ id, url }: Tabs.Tab) =>
    id !== own.id && url !== undefined && isHandbook(url) !== undefined;
  const follow = (tab: Tabs.Tab | undefined) => {
    followed = tab?.id;
    front = tab?.active ?? false;
    // So that the same tab is followed after a reload of the panel.
    history.replaceState(null, '', `#${followed ?? 'none'}`);
    show(tab ?? nothing, front);
  };
  /** Follows the tab from before a reload of the panel, or else the one that was used last. `closed` may still be listed. */
  const followBest = async (closed?: number) => {
    const before = Number(location.hash.slice(1));
    const rank = ({ id, lastAccessed = 0 }: Tabs.Tab) =>
      id === before ? Number.POSITIVE_INFINITY : lastAccessed;
    const tabs = (await browser.tabs.query({})).filter((tab) => tab.id !== closed && showsHandbook(tab));
    follow(tabs.sort((a, b) => rank(b) - rank(a))[0]);
  };
  /** Follows `tab` if it shows a handbook, and updates whether the followed tab is in front. */
  const update = async (tab: Tabs.Tab | undefined) => {
    if (tab && tab.id !== followed && showsHandbook(tab)) return follow(tab);
    if (followed === undefined) return;
    const { active, windowId = -1 } = await browser.tabs.get(followed);
    // Phones have no windows.
    const now = active && (await browser.windows?.get(windowId))?.state !== 'minimized';
    if (now !== front) setInFront(now);
    front = now;
  };
  // A tab or window that has been closed rejects. `onRemoved` handles that.
  const quietly =
    <Args extends unknown[]>(action: (...args: Args) => Promise<void>) =>
    (...args: Args) =>
      void action(...args).catch(() => {});

  browser.tabs.onActivated.addListener(quietly(async ({ tabId }) => update(await browser.tabs.get(tabId))));
  browser.tabs.onUpdated.addListener((id, _, tab) => {
    if (id !== followed && tab.active && showsHandbook(tab)) follow(tab);
  });
  browser.tabs.onRemoved.addListener(
    quietly(async (id) => {
      if (id === followed) await followBest(id);
    }),
  );
  browser.windows?.onFocusChanged.addListener(
    quietly(async (windowId) => {
      const [tab] = windowId < 0 ? [] : await browser.tabs.query({ active: true, windowId });
      await update(tab);
    }),
  );
  const accessChanged = quietly(async () =>
    followed === undefined ? followBest() : follow(await browser.tabs.get(followed)),
  );
  browser.permissions.onAdded.addListener(accessChanged);
  browser.permissions.onRemoved.addListener(accessChanged);
  addEventListener('pagehide', () => {
    if (followed !== undefined) void sendToPage(followed, 'leavePage');
  });
  quietly(followBest)();
}
