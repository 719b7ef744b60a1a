import { browser, type Tabs } from './browser.ts';

/** The tab that a window shows. `url` is not there where the extension has no access to the page. */
export interface ShownTab {
  id: number;
  url: string | undefined;
  /** Whether its document has finished loading. */
  complete: boolean;
  /** Grows whenever it begins to load: what a document said before is of another load. */
  load: number;
  /** Grows when a document that has loaded says something new of itself, such as another title. */
  revision: number;
  /** Where the panel is a page in a tab: whether this tab is in front of its window; not there where the panel is beside it. */
  inFront?: boolean | undefined;
}

/** Whether this panel is a page in a tab: whoever opens it there says so in its address (`openPanelTab`). */
export const inTab = location.hash !== '';

/**
 * Calls `listener` with the active tab of this panel's window: now, when another tab is activated, when its address,
 * loading state or title changes, and when the extension gains or loses access; for as long as the panel is open. Host
 * permission is enough for that. A panel that is itself a page in a tab follows the tab that last showed what `isHandbook`.
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
    // Only news of the loading state have the address for sure: while it loads, Firefox leaves it out of the others.
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
