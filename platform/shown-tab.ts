import { browser, type Tabs } from './browser.ts';

/** The tab that a window shows. `url` is undefined if the extension has no access to the page. */
export interface ShownTab {
  id: number;
  url: string | undefined;
  /** Whether its document has finished loading. */
  complete: boolean;
  /** Increases whenever the tab begins to load: page information from before belongs to an earlier load. */
  load: number;
  /** Increases when the title of a loaded document changes. */
  revision: number;
  /** If the panel is a page in a tab: whether this tab is in front of its window. Undefined in a side panel. */
  inFront?: boolean | undefined;
}

/** Whether this panel is a page in a tab: `openPanelTab` opens it with an anchor in its address. */
export const inTab = location.hash !== '';

/**
 * Calls `listener` with the active tab of this panel's window: now, and whenever another tab is activated, its address, loading state
 * or title changes, or the extension gains or loses access. Host permission is enough for that. A panel that is a page in a tab follows
 * the tab that last showed a handbook (`followLastTab`).
 * @param isHandbook returns undefined for a URL that isn't a page of a handbook
 */
export function followShownTab(
  listener: (tab: ShownTab) => void,
  isHandbook: (url: string) => unknown,
): void {
  let windowId: number | undefined;
  let shown: ShownTab | undefined;
  let load = 0;

  const show = (tab: ShownTab) => {
    shown = tab;
    listener(tab);
  };
  const showTab = ({ id, url, status }: Tabs.Tab, inFront?: boolean) =>
    show({
      id: id as number,
      url,
      complete: status !== 'loading',
      load: ++load,
      revision: 0,
      inFront,
    });
  const showActive = async () => {
    const [tab] = await browser.tabs.query(
      windowId === undefined ? { active: true, currentWindow: true } : { active: true, windowId },
    );
    if (!tab) return;
    windowId = tab.windowId;
    showTab(tab);
  };
  browser.tabs.onUpdated.addListener((id, { status, title }, { url }) => {
    if (id !== shown?.id) return;
    // Only updates of the loading state always have the URL: Firefox leaves it out of others while the page loads.
    if (status)
      show({ ...shown, url, complete: status === 'complete', load: status === 'loading' ? ++load : load });
    else if (title !== undefined && shown.complete) show({ ...shown, revision: shown.revision + 1 });
  });
  if (inTab) {
    const setInFront = (inFront: boolean) => shown && show({ ...shown, inFront });
    void import('./last-tab.ts').then((tabs) => tabs.followLastTab(isHandbook, showTab, setInFront));
    return;
  }
  browser.tabs.onActivated.addListener((info) => {
    if (info.windowId === windowId) void showActive();
  });
  browser.permissions.onAdded.addListener(showActive);
  browser.permissions.onRemoved.addListener(showActive);
  void showActive();
}
