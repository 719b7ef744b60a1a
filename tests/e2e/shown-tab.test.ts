import { describe, expect, test } from 'vitest';
import type { Panel } from '../browsers/reader.ts';
import { missingPage } from '../fixtures/pages.ts';
import { t } from '../texts.ts';
import { click, focus, link, untilSeen } from './by-role.ts';
import { nextLink, openView, untilReason } from './panel-parts.ts';
import {
  HANDBOOK,
  RELATIONS,
  SECTIONS,
  travel,
  untilCurrent,
  untilRegionShows,
  untilSection,
  useSession,
} from './session.ts';
import { untilVisited } from './ticks-and-visits.ts';

const PROGRAM = `${RELATIONS}programs/education-program/`;
const RESPONSE = `${RELATIONS}developer-advocacy/community-response/`;

/** Records where the reader is and what comes next, now and at every later change. The returned function returns all of it. */
async function watchPlace(panel: Panel): Promise<() => Promise<string[]>> {
  await panel.evaluate((name) => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    const places = ['h1', 'main a[aria-current=page]', `section[aria-label="${name}"]`, 'footer nav'];
    const look = () => {
      const shown = places.map((place) => document.querySelector(place)?.textContent ?? '').join('\n');
      if (seen.at(-1) !== shown) seen.push(shown);
    };
    look();
    new MutationObserver(look).observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    });
  }, t('here.title'));
  return () => panel.evaluate(() => (window as unknown as { seen: string[] }).seen);
}

describe('the panel follows the selected tab of its window', () => {
  const session = useSession();

  test('when the reader switches tabs, and when the shown tab is closed', async () => {
    const first = await session.reader.newPage(PROGRAM);
    const panel = await session.reader.openPanel(first);
    await untilSection(panel, SECTIONS.programs);
    const second = await session.reader.newPage(RESPONSE);
    await untilSection(panel, SECTIONS.joinUs);
    await first.bringToFront();
    await untilSection(panel, SECTIONS.programs);
    await second.bringToFront();
    await untilSection(panel, SECTIONS.joinUs);
    await first.bringToFront();
    await second.close();
    await untilSection(panel, SECTIONS.programs);
  });

  test('and no other tab: a page that loads in the background changes nothing', async () => {
    const shown = await session.reader.newPage(PROGRAM);
    const panel = await session.reader.openPanel(shown);
    await untilSection(panel, SECTIONS.programs);
    const behind = await session.reader.newPage('https://www.kubernetes.dev/');
    await shown.bringToFront();
    await untilSection(panel, SECTIONS.programs);
    await untilSeen(panel, nextLink('Startups Program'));
    const shownSince = await watchPlace(panel);
    await behind.goto(`${RELATIONS}developer-advocacy/`);
    await behind.goto(RESPONSE);
    // The panel has received the messages of those tabs before this one.
    await travel(shown, `${HANDBOOK}values/#transparency`);
    await untilSection(panel, SECTIONS.practices);
    const places = ['Education Program', SECTIONS.practices];
    for (const each of await shownSince())
      expect(places.filter((place) => each.includes(place))).toHaveLength(1);
  });

  test('with one change per page, and the focus stays where it is', async () => {
    const page = await session.reader.newPage(PROGRAM);
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, SECTIONS.programs);
    await untilSeen(panel, nextLink('Startups Program'));
    const shownSince = await watchPlace(panel);
    await focus(panel, nextLink('Startups Program'));
    await panel.press('Enter');
    const next = nextLink('GitLab Diversity Scholarship program');
    await untilSeen(panel, next);
    // All reports of its document came before this.
    await untilVisited(panel, 'Startups Program');
    expect(await shownSince()).toHaveLength(2);
    await untilSeen(panel, next, ({ focused }) => focused);
  });

  test('separately in each window', async () => {
    const here = await session.reader.newPage(PROGRAM);
    const panelHere = await session.reader.openPanel(here);
    const there = await session.reader.newWindow(RESPONSE);
    const panelThere = await session.reader.openPanel(there);
    await untilSection(panelThere, SECTIONS.joinUs);
    await untilSection(panelHere, SECTIONS.programs);
    await there.goto(`${HANDBOOK}values/#transparency`);
    await untilSection(panelThere, SECTIONS.practices);
    await untilSection(panelHere, SECTIONS.programs);
  });

  test('on a page outside the handbook it shows the course, and the way back to the reader’s place', async () => {
    const page = await session.reader.newPage(`${HANDBOOK}values/`);
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, SECTIONS.practices);
    await page.evaluate(() => document.getElementById('transparency')?.scrollIntoView());
    // The address doesn't tell the heading, so by now the panel has read the page.
    await untilCurrent(panel, 'Transparency and openness');
    await page.evaluate(() => {
      location.hash = '#transparency';
    });
    await page.goto('https://www.kubernetes.dev/community/values/');
    await untilRegionShows(panel, t('here.title'), t('here.notHandbook'));
    await untilRegionShows(panel, t('course.sections'), SECTIONS.programs);
    await click(panel, link('next.continue', ['Transparency and openness']));
    await untilSection(panel, SECTIONS.practices);
    await expect.poll(() => page.url()).toBe(`${HANDBOOK}values/#transparency`);
  });

  test('if it is opened on a page outside the handbook, it leads to the course page', async () => {
    const page = await session.reader.newWindow('https://www.kubernetes.dev/community/values/');
    const panel = await session.reader.openPanel(page);
    await untilRegionShows(panel, t('here.title'), t('here.notHandbook'));
    await openView(panel, 'course.openPage');
    await untilRegionShows(panel, t('here.title'), t('here.coursePage'));
  });

  test('next to a page that was opened from it outside the handbook it stays at its resource, until the tab shows a handbook page', async () => {
    const page = await session.reader.newPage(PROGRAM);
    const panel = await session.reader.openPanel(page);
    // Not before the panel is open: Firefox may scroll away from the heading when the page gets narrower.
    await page.goto(`${HANDBOOK}values/#transparency`);
    await untilCurrent(panel, 'Transparency and openness');
    await click(panel, nextLink('Kubernetes Community Values'));
    await untilCurrent(panel, 'Kubernetes Community Values');
    await untilReason(panel, 'reason.opened');
    await click(panel, nextLink('Building Leadership in an Open Source Community'));
    await untilCurrent(panel, 'Building Leadership in an Open Source Community');
    await untilSeen(panel, nextLink('Participating in Open Source Communities'));
    await travel(page, -2);
    await untilCurrent(panel, 'Transparency and openness');
    await travel(page, 'https://www.example.org/');
    await untilRegionShows(panel, t('here.title'), t('here.notHandbook'));
  });

  test('a page that never finishes loading is recognised as soon as it reports', async () => {
    const path = '/handbook/never.png';
    session.server.setFault(path, 'never');
    const html = missingPage().replace('<h1>', `<img src="${path}" alt=""><h1>`);
    session.server.setPage(new URL(RESPONSE).pathname, html);
    const page = await session.reader.newPage(PROGRAM);
    const panel = await session.reader.openPanel(page);
    await page.goto(RESPONSE, { waitUntil: 'domcontentloaded' });
    await untilRegionShows(panel, t('here.title'), t('here.missing'));
    await session.reader.newPage(PROGRAM);
    await untilSection(panel, SECTIONS.programs);
    await page.bringToFront();
    await untilRegionShows(panel, t('here.title'), t('here.missing'));
  });
});
