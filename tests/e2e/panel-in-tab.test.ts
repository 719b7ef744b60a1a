import { describe, expect, test } from 'vitest';
import { t } from '../texts.ts';
import { click, link } from './by-role.ts';
import { tick } from './panel-parts.ts';
import { buildWithoutPanel, openPanelTab, tabsOf, untilInFront } from './panel-tab.ts';
import {
  HANDBOOK,
  linkTo,
  RELATIONS,
  SECTIONS,
  travel,
  untilCurrent,
  untilRegionShows,
  untilSection,
  useSession,
} from './session.ts';
import { READING_TIME, untilTicked, untilVisited, visitTimes } from './ticks-and-visits.ts';

const COURSE = `${RELATIONS}community-pathway/`;
const PROGRAM = `${RELATIONS}programs/education-program/`;
const OTHER = `${RELATIONS}programs/open-source-program/`;
const RESPONSE = `${RELATIONS}developer-advocacy/community-response/`;
const VALUES = `${HANDBOOK}values/#transparency`;
const ELSEWHERE = 'https://www.kubernetes.dev/community/values/';

describe('in a browser without a side panel', () => {
  const session = useSession({ extensionDir: buildWithoutPanel() });

  test('the icon opens the panel in a tab next to the page, and a second click brings the same tab to the front', async () => {
    const page = await session.reader.newPage(PROGRAM);
    await session.reader.newPage(ELSEWHERE);
    await untilSection(await openPanelTab(session, page), SECTIONS.programs);
    await page.bringToFront();
    await untilInFront(session, PROGRAM);
    await untilSection(await openPanelTab(session, page), SECTIONS.programs);
    expect((await tabsOf(session)).map(({ url }) => url).slice(0, 2)).toEqual([PROGRAM, 'panel']);
  });

  test('the panel follows the tab that last showed the handbook, whatever tab is in front', async () => {
    const page = await session.reader.newPage(PROGRAM);
    const panel = await openPanelTab(session, page);
    await untilSection(panel, SECTIONS.programs);
    await session.reader.newPage(RESPONSE);
    await untilSection(panel, SECTIONS.joinUs);
    const elsewhere = await session.reader.newPage(ELSEWHERE);
    // The extension can't see its address.
    await expect.poll(async () => (await tabsOf(session)).filter(({ active }) => active)).toEqual([]);
    // The panel receives this event before the answer to its next question.
    await panel.evaluate(async () => {
      for (let asked = 0; asked < 10; asked++) await chrome.tabs.query({});
    });
    await untilSection(panel, SECTIONS.joinUs);
    await page.bringToFront();
    await untilSection(panel, SECTIONS.programs);
    await travel(page, VALUES);
    await untilSection(panel, SECTIONS.practices);
    // A tab that goes to the handbook while it is in front.
    await elsewhere.bringToFront();
    await travel(elsewhere, PROGRAM);
    await untilSection(panel, SECTIONS.programs);
  });

  test('when that tab is closed, it follows another one, and if there is none it opens one', async () => {
    const other = await session.reader.newPage(COURSE);
    await other.evaluate(() => document.getElementById('join-us')?.scrollIntoView());
    const page = await session.reader.newPage(PROGRAM);
    const panel = await openPanelTab(session, page);
    await untilSection(panel, SECTIONS.programs);
    await page.close();
    // Its address doesn't tell the section, so by now the panel has read the page.
    await untilSection(panel, SECTIONS.joinUs);
    await other.close();
    await untilRegionShows(panel, t('here.title'), t('here.notHandbook'));
    await panel.bringToFront();
    await click(panel, link('next.continue', [SECTIONS.joinUs]));
    await untilInFront(session, COURSE);
    await untilRegionShows(panel, t('here.title'), t('here.coursePage'));
  });

  test('a link opens in the followed tab and brings it to the front', async () => {
    const page = await session.reader.newPage(PROGRAM);
    const panel = await openPanelTab(session, page);
    await untilSection(panel, SECTIONS.programs);
    await panel.click(linkTo(OTHER));
    await untilInFront(session, OTHER);
    await untilCurrent(panel, 'Open Source Program');
    await expect.poll(() => page.url()).toBe(OTHER);
  });

  test('a tick is saved, and the panel follows the reading in the other tab to the heading', async () => {
    const page = await session.reader.newPage(`${RELATIONS}community-pathway/#join-us`);
    const panel = await openPanelTab(session, page);
    await untilSection(panel, SECTIONS.joinUs);
    await tick(panel, 0);
    await untilTicked(panel, 1, 4);
    await page.bringToFront();
    await page.evaluate(() => document.getElementById('community-programs')?.scrollIntoView());
    await untilSection(panel, SECTIONS.programs);
    const again = await openPanelTab(session, page);
    await untilTicked(again, 1, 4);
    await untilSection(again, SECTIONS.programs);
  });

  test('a page counts as visited after five seconds in front, but not while the panel is in front', async () => {
    const page = await session.reader.newPage(VALUES);
    const panel = await openPanelTab(session, page);
    await untilSection(panel, SECTIONS.practices);
    // Longer than the page would need to be in front.
    await panel.evaluate((time) => new Promise((resolve) => setTimeout(resolve, time)), READING_TIME + 500);
    await untilVisited(panel, 'Transparency and openness', false);
    const began = Date.now();
    await page.bringToFront();
    // Browsers delay the timers of hidden tabs.
    await untilVisited(panel, 'Transparency and openness');
    const [visited = 0] = await visitTimes(panel, 'transparency');
    expect(visited).toBeGreaterThanOrEqual(began + READING_TIME);
    expect(await panel.evaluate(() => document.hidden)).toBe(true);
  });

  test('each window has its own panel', async () => {
    const page = await session.reader.newPage(PROGRAM);
    await openPanelTab(session, page);
    const there = await session.reader.newWindow(RESPONSE);
    await session.reader.clickAction(there);
    await expect
      .poll(async () => (await tabsOf(session)).filter(({ url }) => url === 'panel').length)
      .toBe(2);
    const windows = (await tabsOf(session)).filter(({ url }) => url === 'panel');
    expect(new Set(windows.map(({ windowId }) => windowId)).size).toBe(2);
  });
});

describe('in a browser without menus and shortcuts, as on a phone', () => {
  const session = useSession({ extensionDir: buildWithoutPanel({ phone: true }) });

  test('the icon still opens the panel', async () => {
    const page = await session.reader.newPage(PROGRAM);
    const missing = () => [chrome.contextMenus, chrome.commands].every((api) => api === undefined);
    expect(await session.reader.evaluateInExtension(missing)).toBe(true);
    await untilSection(await openPanelTab(session, page), SECTIONS.programs);
    await expect.poll(() => session.reader.badgeText(page)).toBe('1');
  });
});
