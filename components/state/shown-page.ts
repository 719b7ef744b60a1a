import type { PageInfo } from '../../platform/page-channel.ts';
import type { ShownTab } from '../../platform/shown-tab.ts';
import { type Address, pageOf } from '../../sites/address.ts';
import { gitlabHandbook } from '../../sites/gitlab-handbook.ts';

/** The page that this panel's window shows. */
export interface ShownPage {
  tab: ShownTab;
  /** Its canonical address; undefined if it isn't a handbook page that the extension has access to. */
  address: Address | undefined;
  /** What its document reported; undefined until then. */
  info: PageInfo | undefined;
  /** Whether `info` is from the document that is loaded now, not from an earlier one at the same address. */
  fresh: boolean;
  /** All pages that were stubs (redirecting pages) since the panel opened. A stub redirects before the panel can show it. */
  stubs: ReadonlySet<Address>;
  /** The page has loaded but has no content script: it was open before the extension was installed or updated. */
  unread: boolean;
}

/** What a document reported, and which document that was. */
export interface PageReport {
  /** The document, as `documentOf` names it. */
  of: string | undefined;
  /** The number of the tab's load at that time. */
  load: number;
  info: PageInfo;
}

/** Identifies a document by its tab and page. A report from any other document doesn't apply to the shown page. */
export const documentOf = (tabId: number, address: Address | undefined) =>
  address && `${tabId} ${pageOf(address)}`;

/**
 * Combines what is known of the shown page.
 * @param tab the shown tab; undefined before the browser has answered
 * @param address the canonical address of the tab's URL
 * @param report the latest report from a document of the tab
 * @param silentLoad the number of the tab's load in which the page didn't answer
 * @param stubs all pages that were stubs since the panel opened
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
 * Returns the page that the panel shows. While a view covers the panel, this stays the page that was shown when the view opened,
 * even if the tab navigates. It is still completed with what its document reports.
 * @param before the page that the panel has shown so far
 * @param now the page in the tab
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
 * Whether the shown page is a translation of a page of the GitLab handbook: its headings have other ids than those that resources name.
 * A page that doesn't say its language is one if it isn't the original.
 */
export function isTranslation(page: ShownPage): boolean {
  const lang = page.info?.lang;
  if (!gitlabHandbook.addressOf(page.tab.url ?? '')) return false;
  return lang ? !/^en(?:-|$)/i.test(lang) : !isOriginal(page);
}

/**
 * Whether the shown page is the original, not a translation or review build. Those share its canonical address, but their text and
 * headings may differ.
 */
export function isOriginal({ tab: { url = '' }, address = '' }: ShownPage): boolean {
  // Translations and review builds are known only for the GitLab handbook.
  return !gitlabHandbook.addressOf(url) || url.replace(/[?#].*/, '').replace(/\/?$/, '/') === pageOf(address);
}
