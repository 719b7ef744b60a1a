import { browser, NO_TAB, type Tabs } from './browser.ts';
import { sendToPage } from './page-channel.ts';

/**
 * For a panel that is itself a page in a tab: follows the tab that last showed a page of a handbook in front of any
 * window. It stays followed while the reader sees something else, this panel above all; once it is closed, another one is.
 * Where there is none, no tab is shown: never the panel's own, in which no script runs that could answer.
 * @param show is called with every tab that is followed from then on, and whether it is in front of its window
 * @param setInFront is called when that changes
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

  const isOne = ({ id, url }: Tabs.Tab) =>
    id !== own.id && url !== undefined && isHandbook(url) !== undefined;
  const follow = (tab: Tabs.Tab | undefined) => {
    followed = tab?.id;
    front = tab?.active ?? false;
    // For when this page is loaded anew.
    history.replaceState(null, '', `#${followed ?? 'none'}`);
    show(tab ?? nothing, front);
  };
  const find = async (closed?: number) => {
    const before = Number(location.hash.slice(1));
    const rank = ({ id, lastAccessed = 0 }: Tabs.Tab) =>
      id === before ? Number.POSITIVE_INFINITY : lastAccessed;
    const tabs = (await browser.tabs.query({})).filter((tab) => tab.id !== closed && isOne(tab));
    follow(tabs.sort((a, b) => rank(b) - rank(a))[0]);
  };
  /** The reader may have come to another page of a handbook, or left the one that is followed. */
  const look = async (tab: Tabs.Tab | undefined) => {
    if (tab && tab.id !== followed && isOne(tab)) return follow(tab);
    if (followed === undefined) return;
    const { active, windowId = -1 } = await browser.tabs.get(followed);
    // Phones have no windows.
    const now = active && (await browser.windows?.get(windowId))?.state !== 'minimized';
    if (now !== front) setInFront(now);
    front = now;
  };
  // What was closed meanwhile has told so.
  const quietly =
    <Args extends unknown[]>(action: (...args: Args) => Promise<void>) =>
    (...args: Args) =>
      void action(...args).catch(() => {});

  browser.tabs.onActivated.addListener(quietly(async ({ tabId }) => look(await browser.tabs.get(tabId))));
  browser.tabs.onUpdated.addListener((id, _, tab) => {
    if (id !== followed && tab.active && isOne(tab)) follow(tab);
  });
  browser.tabs.onRemoved.addListener(
    quietly(async (id) => {
      if (id === followed) await find(id);
    }),
  );
  browser.windows?.onFocusChanged.addListener(
    quietly(async (windowId) => {
      const [tab] = windowId < 0 ? [] : await browser.tabs.query({ active: true, windowId });
      await look(tab);
    }),
  );
  const accessChanged = quietly(async () =>
    followed === undefined ? find() : follow(await browser.tabs.get(followed)),
  );
  browser.permissions.onAdded.addListener(accessChanged);
  browser.permissions.onRemoved.addListener(accessChanged);
  addEventListener('pagehide', () => {
    if (followed !== undefined) void sendToPage(followed, 'leavePage');
  });
  quietly(find)();
}
