import type { PageInfo } from '../../platform/page-channel.ts';
import type { ShownTab } from '../../platform/shown-tab.ts';
import { type Address, pageOf } from '../../sites/address.ts';
import { gitlabHandbook } from '../../sites/gitlab-handbook.ts';

/** The page that this panel's window shows. */
export interface ShownPage {
  tab: ShownTab;
  /** Its canonical address; undefined if it is no page of a handbook, or none that the extension may see. */
  address: Address | undefined;
  /** What its document says of itself; undefined until it has said so. */
  info: PageInfo | undefined;
  /** Whether `info` are of the document that is loaded now, and not of an earlier one at the same address. */
  fresh: boolean;
  /** The pages that were stubs (redirecting pages) in this panel's tabs: a stub is gone before anything of it is shown. */
  stubs: ReadonlySet<Address>;
  /** The page is there, but has no content script: it was open before the extension was installed or updated. */
  unread: boolean;
}

/** What a document said of itself, and which one it was. */
export interface PageReport {
  /** The document, as `documentOf` names it. */
  of: string | undefined;
  /** The tab's load at that time. */
  load: number;
  info: PageInfo;
}

/** Names a document by its tab and page. A report about any other document does not count for the shown page. */
export const documentOf = (tabId: number, address: Address | undefined) =>
  address && `${tabId} ${pageOf(address)}`;

/**
 * Combines what is known of the shown page.
 * @param tab the shown tab; undefined before the browser has answered
 * @param address the canonical address of the tab's URL
 * @param report the latest report from a document of the tab
 * @param silentLoad the load of the tab in which nobody answered a question to the page
 */
export function shownPageOf(
  tab: ShownTab | undefined,
  address: Address | undefined,
  report: PageReport | undefined,
  silentLoad: number | undefined,
  stubs: ReadonlySet<Address>,
): ShownPage | undefined {
  if (!tab) return undefined;
  const shown = documentOf(tab.id, address);
  const info = shown !== undefined && report?.of === shown ? report.info : undefined;
  return {
    tab,
    address,
    info,
    fresh: info !== undefined && report?.load === tab.load,
    stubs,
    unread: shown !== undefined && !info && tab.complete && silentLoad === tab.load,
  };
}

/**
 * The page that the panel shows while a view covers it: the one that was shown when the view opened, wherever the tab has gone
 * since. Only what the same document has still to say of itself is taken over.
 * @param before the page that the panel has shown until now
 * @param now the page that the tab shows
 * @param isCovered whether a view covers the panel
 */
export function heldPage(
  before: ShownPage | undefined,
  now: ShownPage | undefined,
  isCovered: boolean,
): ShownPage | undefined {
  const completes = !before?.fresh && now?.address === before?.address;
  return !isCovered || !before || completes ? now : before;
}

/**
 * Whether the shown page is the one at its canonical address, and no translation or review build of it: those have other words,
 * and may have other headings.
 */
export function isOriginal({ tab: { url = '' }, address = '' }: ShownPage): boolean {
  // Other handbooks have no translations that are known.
  return !gitlabHandbook.addressOf(url) || url.replace(/[?#].*/, '').replace(/\/?$/, '/') === pageOf(address);
}
