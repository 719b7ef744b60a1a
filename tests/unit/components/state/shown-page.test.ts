import { describe, expect, test } from 'vitest';
import {
  documentOf,
  heldPage,
  isOriginal,
  type PageReport,
  type ShownPage,
  shownPageOf,
} from '../../../../components/state/shown-page.ts';
import type { PageInfo } from '../../../../platform/page-channel.ts';
import type { ShownTab } from '../../../../platform/shown-tab.ts';

const VALUES = 'https://handbook.gitlab.com/handbook/values/';
const MARKETING = 'https://handbook.gitlab.com/handbook/marketing/';

const tabAt = (url: string, more: Partial<ShownTab> = {}): ShownTab => ({
  id: 1,
  url,
  complete: true,
  load: 3,
  revision: 0,
  ...more,
});
const infoOf = (url: string): PageInfo => ({ url, kind: 'content', title: 'T', headings: [], reading: null });
const reportOf = (url: string, load = 3, id = 1): PageReport => ({
  of: documentOf(id, url),
  load,
  info: infoOf(url),
});
const pageWith = (report?: PageReport, silentLoad?: number, tab = tabAt(VALUES)) =>
  shownPageOf(tab, tab.url, report, silentLoad, new Set());

describe('the shown page', () => {
  test('is unknown before the browser has answered', () => {
    expect(shownPageOf(undefined, undefined, undefined, undefined, new Set())).toBeUndefined();
  });

  test('has what its document said, and nothing that another page or tab said', () => {
    expect(pageWith(reportOf(VALUES))?.info?.url).toBe(VALUES);
    expect(pageWith(reportOf(MARKETING))?.info).toBeUndefined();
    expect(pageWith(reportOf(VALUES, 3, 2))?.info).toBeUndefined();
  });

  test('keeps what was said before a reload, but not as fresh', () => {
    expect(pageWith(reportOf(VALUES, 3))?.fresh).toBe(true);
    expect(pageWith(reportOf(VALUES, 2))).toMatchObject({ fresh: false, info: { url: VALUES } });
  });

  test('cannot be read if nobody answered in this load, and only once it is complete', () => {
    expect(pageWith(undefined, 3)?.unread).toBe(true);
    expect(pageWith(undefined, 2)?.unread).toBe(false);
    expect(pageWith(undefined, 3, tabAt(VALUES, { complete: false }))?.unread).toBe(false);
    expect(pageWith(reportOf(VALUES), 3)?.unread).toBe(false);
    expect(shownPageOf(tabAt('about:blank'), undefined, undefined, 3, new Set())?.unread).toBe(false);
  });
});

describe('the page that a view covers', () => {
  const page = (address: string, fresh: boolean) => ({ tab: tabAt(address), address, fresh }) as ShownPage;

  test('is the shown page while no view is open', () => {
    const now = page(MARKETING, true);
    expect(heldPage(page(VALUES, true), now, false)).toBe(now);
  });

  test('stays the one that was shown when the view opened', () => {
    const before = page(VALUES, true);
    expect(heldPage(before, page(MARKETING, true), true)).toBe(before);
    expect(heldPage(before, page(VALUES, true), true)).toBe(before);
  });

  test('takes over what the same document says of itself late, once', () => {
    const late = page(VALUES, true);
    const before = heldPage(page(VALUES, false), late, true);
    expect(before).toBe(late);
    expect(heldPage(before, page(VALUES, true), true)).toBe(late);
    const other = page(VALUES, false);
    expect(heldPage(other, page(MARKETING, true), true)).toBe(other);
  });

  test('is the first page that is known', () => {
    const now = page(VALUES, false);
    expect(heldPage(undefined, now, true)).toBe(now);
  });
});

test('a translation and a review build are not the page at the address itself', () => {
  const at = (url: string) => isOriginal({ tab: tabAt(url), address: VALUES } as ShownPage);
  expect(at(`${VALUES}?x#transparency`)).toBe(true);
  expect(at('https://handbook.gitlab.com/handbook/values')).toBe(true);
  expect(at('https://handbook.gitlab.com/mr7/handbook/values/')).toBe(false);
});
