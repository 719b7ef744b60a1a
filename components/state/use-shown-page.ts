import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { onPage, type PageInfo, tellPage } from '../../platform/page-channel.ts';
import { followShownTab, inTab, type ShownTab } from '../../platform/shown-tab.ts';
import { type Address, pageOf } from '../../sites/address.ts';
import { addressOf } from '../../sites/index.ts';

/** How long a document that goes on changing is left alone before it is asked again, in milliseconds. */
const PAUSE = 250;

/** The page that this panel's window shows. */
export interface ShownPage {
  tab: ShownTab;
  /** Not there where it is no page of a handbook, or none that the extension may see. */
  address: Address | undefined;
  /** What its document said of itself; not there before it did. */
  news: PageInfo | undefined;
  /** Whether the news are of the document that is there now, and not of one before it at the same address. */
  fresh: boolean;
  /** The pages that were stubs in this panel's tabs: they are gone again before anything of them is shown. */
  stubs: ReadonlySet<Address>;
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
  const [told, setTold] = useState<{ of: string | undefined; load: number; news: PageInfo }>();
  const [silent, setSilent] = useState<number>();
  const shownTab = useRef<ShownTab>(undefined);
  /** How often the shown tab's page has told something. */
  const heard = useRef(0);
  const stubs = useRef(new Set<Address>()).current;

  useLayoutEffect(() => {
    followShownTab((next) => {
      shownTab.current = next;
      setTab(next);
    }, addressOf);
    onPage((tabId, url, news) => {
      const { id, load = 0 } = shownTab.current ?? {};
      const watched = tabId === id;
      if (watched && news) heard.current += 1;
      if (watched && news) setTold({ of: documentOf(tabId, addressOf(url)), load, news });
      if (watched && news?.kind === 'moved') stubs.add(pageOf(addressOf(url) ?? ''));
      return watched;
    });
    // The last event that a panel gets which is closed, and still can send something. In a tab it is hidden while the page is read.
    document.addEventListener('visibilitychange', () => {
      const { current } = shownTab;
      if (current) void tellPage(current.id, document.hidden && !inTab ? 'leavePage' : 'reportPage');
    });
  }, []);

  const { id, load, complete = false, revision } = tab ?? {};
  const address = tab?.url === undefined ? undefined : addressOf(tab.url);
  const shown = tab && documentOf(tab.id, address);
  const news = shown !== undefined && told?.of === shown ? told.news : undefined;
  const fresh = news !== undefined && told?.load === load;

  // A document that loads reports by itself. One that was there before this panel is asked, and one that changes
  // its address or title while it stays.
  const asked = useRef<number>(undefined);
  const about = shown && `${load} ${shown}`;
  const latest = useRef(about);
  latest.current = about;
  useEffect(() => {
    if (id === undefined || !shown || (fresh && asked.current === revision)) return undefined;
    const ask = async () => {
      asked.current = revision;
      const before = heard.current;
      if ((await tellPage(id, 'reportPage')) || !complete) return;
      // It took so long that another page is shown, or that the page told something by itself.
      if (latest.current !== about || heard.current !== before) return;
      setTold(undefined);
      setSilent(load);
    };
    const timer = setTimeout(ask, fresh ? PAUSE : 0);
    return () => clearTimeout(timer);
  }, [id, shown, load, complete, revision]);

  useEffect(
    () => () => {
      if (id !== undefined) void tellPage(id, 'leavePage');
    },
    [id],
  );

  return (
    tab && {
      tab,
      address,
      news,
      fresh,
      stubs,
      unread: shown !== undefined && !news && complete && silent === load,
    }
  );
}
