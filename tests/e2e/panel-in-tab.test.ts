import { describe, expect, test } from 'vitest';
import { buildWithoutPanel, openPanelTab, type PanelTab, tabsOf, untilInFront } from './panel-tab.ts';
import {
  closeTabsAt,
  HANDBOOK,
  linkTo,
  RELATIONS,
  SECTIONS,
  travel,
  untilRegionShows,
  untilSection,
  useSession,
} from './session.ts';

const PROGRAM = `${RELATIONS}programs/education-program/`;
const OTHER = `${RELATIONS}programs/open-source-program/`;
const RESPONSE = `${RELATIONS}developer-advocacy/community-response/`;
const VALUES = `${HANDBOOK}values/#transparency`;
const ELSEWHERE = 'https://www.kubernetes.dev/community/values/';
const FIRST = 'section[aria-label="Objectives"] input';
const isVisited = (panel: PanelTab, address: string) =>
  panel.evaluate(
    (of) => document.querySelector(of)?.getAttribute('aria-pressed'),
    `section[aria-label="Resources"] li:has(a[href="${address}"]) button`,
  );

describe('in a browser without a side panel', () => {
  const session = useSession({ keepsState: true, extensionDir: buildWithoutPanel() });

  test('the icon opens the panel in a tab next to the page, and again brings the same to the front', async () => {
    const page = await session.reader.newPage(PROGRAM);
    const behind = await session.reader.newPage(ELSEWHERE);
    await untilSection(await openPanelTab(session, page), SECTIONS.programs);
    await page.bringToFront();
    await untilInFront(session, PROGRAM);
    await untilSection(await openPanelTab(session, page), SECTIONS.programs);
    expect((await tabsOf(session)).map(({ url }) => url).slice(0, 2)).toEqual([PROGRAM, 'panel']);
    await behind.close();
    await page.close();
  });

  test('the panel follows the tab that last showed the handbook, whatever else is in front', async () => {
    const page = await session.reader.newPage(PROGRAM);
    const panel = await openPanelTab(session, page);
    await untilSection(panel, SECTIONS.programs);
    const other = await session.reader.newPage(RESPONSE);
    await untilSection(panel, SECTIONS.joinUs);
    const elsewhere = await session.reader.newPage(ELSEWHERE);
    // Its address is not for the extension to see.
    await expect.poll(async () => (await tabsOf(session)).filter(({ active }) => active)).toEqual([]);
    await new Promise((resolve) => setTimeout(resolve, 500));
    await untilSection(panel, SECTIONS.joinUs);
    await page.bringToFront();
    await untilSection(panel, SECTIONS.programs);
    await travel(page, VALUES);
    await untilSection(panel, SECTIONS.practices);
    // A tab that comes to the handbook only when it is in front already.
    await elsewhere.bringToFront();
    await travel(elsewhere, PROGRAM);
    await untilSection(panel, SECTIONS.programs);
    await elsewhere.close();
    await other.close();
    await page.close();
  });

  test('once that tab is closed, it follows another one, and where there is none it opens one', async () => {
    const other = await session.reader.newPage(RESPONSE);
    const page = await session.reader.newPage(PROGRAM);
    const panel = await openPanelTab(session, page);
    await untilSection(panel, SECTIONS.programs);
    await page.close();
    await untilSection(panel, SECTIONS.joinUs);
    await other.close();
    await untilRegionShows(panel, 'You are here', 'not a page of the handbook');
    await panel.bringToFront();
    const own = `${RELATIONS}community-pathway/#join-us`;
    await panel.click(linkTo(own, 'Course'));
    await untilInFront(session, own);
    await untilSection(panel, SECTIONS.joinUs);
    await closeTabsAt(session, own);
  });

  test('a link opens in the tab that is followed, and shows it', async () => {
    const page = await session.reader.newPage(PROGRAM);
    const panel = await openPanelTab(session, page);
    await untilSection(panel, SECTIONS.programs);
    await panel.click(linkTo(OTHER));
    await untilInFront(session, OTHER);
    await untilRegionShows(panel, 'You are here', 'Open Source Program');
    expect(page.url()).toBe(OTHER);
    await page.close();
  });

  test('a tick is kept, and what is read in the other tab is followed to the heading', async () => {
    const page = await session.reader.newPage(`${RELATIONS}community-pathway/#join-us`);
    const panel = await openPanelTab(session, page);
    await untilSection(panel, SECTIONS.joinUs);
    await panel.click(FIRST);
    await panel.waitFor(() => document.querySelector('header .count')?.textContent === '1 of 4 ticked');
    await page.bringToFront();
    await page.evaluate(() => document.getElementById('community-programs')?.scrollIntoView());
    await untilSection(panel, SECTIONS.programs);
    const again = await openPanelTab(session, page);
    await again.waitFor(() => document.querySelector('header .count')?.textContent === '1 of 4 ticked');
    await untilSection(again, SECTIONS.programs);
    await page.close();
  });

  test('a page is visited once it was in front for five seconds, and not while the panel is', async () => {
    const page = await session.reader.newPage(VALUES);
    const panel = await openPanelTab(session, page);
    await untilSection(panel, SECTIONS.practices);
    await new Promise((resolve) => setTimeout(resolve, 7000));
    expect(await isVisited(panel, VALUES)).toBe('false');
    await page.bringToFront();
    await new Promise((resolve) => setTimeout(resolve, 3000));
    expect(await isVisited(panel, VALUES)).toBe('false');
    // The timers of a tab that nobody sees are late.
    await expect.poll(() => isVisited(panel, VALUES), { timeout: 8000 }).toBe('true');
    expect(await panel.evaluate(() => document.hidden)).toBe(true);
    await page.close();
  });

  test('each window has its own', async () => {
    const page = await session.reader.newPage(PROGRAM);
    await openPanelTab(session, page);
    const there = await session.reader.newWindow(RESPONSE);
    await session.reader.clickAction(there);
    await expect
      .poll(async () => (await tabsOf(session)).filter(({ url }) => url === 'panel').length)
      .toBe(2);
    const windows = (await tabsOf(session)).filter(({ url }) => url === 'panel');
    expect(new Set(windows.map(({ windowId }) => windowId)).size).toBe(2);
    await there.close();
    await page.close();
  });
});

describe('in one that has no menus and shortcuts either, as on a phone', () => {
  const session = useSession({ keepsState: true, extensionDir: buildWithoutPanel({ phone: true }) });

  test('the icon opens the panel all the same', async () => {
    const page = await session.reader.newPage(PROGRAM);
    const missing = () => [chrome.contextMenus, chrome.commands].every((api) => api === undefined);
    expect(await session.reader.evaluateInExtension(missing)).toBe(true);
    await untilSection(await openPanelTab(session, page), SECTIONS.programs);
    await expect.poll(() => session.reader.badgeText(page)).toBe('1');
    await page.close();
  });
});
