import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { onPageChanged, type PageNews, tellPage } from '../../platform/messages.ts';
import { followShownTab, type ShownTab } from '../../platform/shown-tab.ts';
import { type Address, pageOf } from '../../sites/address.ts';
import { addressOf } from '../../sites/index.ts';

/** The page that this panel's window shows. */
export interface ShownPage {
  tab: ShownTab;
  /** Not there where it is no page of a handbook, or none that the extension may see. */
  address: Address | undefined;
  /** What its document said of itself; not there before it did. */
  news: PageNews | undefined;
  /** The page is there, but no content script is: it was open before the extension was installed or updated. */
  unread: boolean;
}

/** A document, known by its tab and page: news of another are not about what is shown. */
const documentOf = (tabId: number, address: Address | undefined) => address && `${tabId} ${pageOf(address)}`;

/**
 * Follows the page shown in this panel's window; undefined before the first answer. Its address comes from the
 * browser, at once; what only the document can tell comes later, from the content script, and counts only for
 * the tab and page that are shown.
 */
export function useShownPage(): ShownPage | undefined {
  const [tab, setTab] = useState<ShownTab>();
  const [told, setTold] = useState<{ of: string | undefined; news: PageNews }>();
  const [silent, setSilent] = useState<string>();
  const shownId = useRef<number>(undefined);

  useLayoutEffect(() => {
    followShownTab((next) => {
      shownId.current = next.id;
      setTab(next);
    });
    onPageChanged((news, tabId) => {
      const watched = tabId === shownId.current;
      if (watched) setTold({ of: documentOf(tabId, addressOf(news.url)), news });
      return watched;
    });
    // The last event that a panel gets which is closed, and still can send something.
    document.addEventListener('visibilitychange', () => {
      const { current } = shownId;
      if (current !== undefined) void tellPage(current, document.hidden ? 'leavePage' : 'reportPage');
    });
  }, []);

  const address = tab?.url === undefined ? undefined : addressOf(tab.url);
  const shown = tab && documentOf(tab.id, address);
  const news = shown !== undefined && told?.of === shown ? told.news : undefined;
  const { id, complete, revision } = tab ?? {};

  // A document that loads reports by itself. One that was there before this panel, and one that changes its
  // address or title while it stays, is asked.
  const known = useRef<unknown>(undefined);
  useEffect(() => {
    const state = `${shown} ${revision}`;
    if (id === undefined || !shown || !complete || (news && known.current === state)) return;
    known.current = state;
    void tellPage(id, 'reportPage').then((answered) => setSilent(answered ? undefined : shown));
  }, [id, shown, complete, revision, news]);

  useEffect(
    () => () => {
      if (id !== undefined) void tellPage(id, 'leavePage');
    },
    [id],
  );

  return (
    tab && { tab, address, news, unread: shown !== undefined && !news && silent === shown && tab.complete }
  );
}
