import { describe, expect, test } from 'vitest';
import { missingPage } from '../fixtures/pages.ts';
import {
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
const RESPONSE = `${RELATIONS}developer-advocacy/community-response/`;

describe('the panel follows the tab that its window shows', () => {
  const session = useSession({ keepsState: true });

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
    await first.close();
  });

  test('and no other tab: a page that loads behind it changes nothing', async () => {
    const shown = await session.reader.newPage(PROGRAM);
    const panel = await session.reader.openPanel(shown);
    await untilSection(panel, SECTIONS.programs);
    const behind = await session.reader.newPage('https://www.kubernetes.dev/');
    await shown.bringToFront();
    await untilSection(panel, SECTIONS.programs);
    await panel.evaluate(() => {
      const seen: string[] = [];
      Object.assign(window, { seen });
      new MutationObserver(() =>
        seen.push(document.querySelector('[aria-label="You are here"]')?.textContent ?? ''),
      ).observe(document.querySelector('main') as Element, {
        subtree: true,
        childList: true,
        characterData: true,
      });
    });
    await behind.goto(`${RELATIONS}developer-advocacy/`);
    await behind.goto(RESPONSE);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await panel.evaluate(() => (window as unknown as { seen: string[] }).seen)).toEqual([]);
    await behind.close();
    await shown.close();
  });

  test('with one change a page, and the reader’s place in the panel kept', async () => {
    const page = await session.reader.newPage(PROGRAM);
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, SECTIONS.programs);
    await panel.evaluate(() => {
      const titles: (string | undefined)[] = [];
      Object.assign(window, { titles });
      const look = () => {
        const shown = document.querySelector('[aria-label="You are here"]')?.textContent ?? undefined;
        if (titles.at(-1) !== shown) titles.push(shown);
      };
      look();
      new MutationObserver(look).observe(document.querySelector('main') as Element, {
        subtree: true,
        childList: true,
        characterData: true,
      });
      const links = document.querySelectorAll<HTMLElement>('[aria-label="You are here"] .neighbours a');
      links[links.length - 1]?.focus();
    });
    await panel.press('Enter');
    await untilRegionShows(panel, 'You are here', 'Next: GitLab Diversity');
    await new Promise((resolve) => setTimeout(resolve, 500));
    const titles = await panel.evaluate(() => (window as unknown as { titles: string[] }).titles);
    expect(titles).toHaveLength(2);
    expect(await panel.evaluate(() => document.activeElement?.textContent)).toContain('Next:');
    await page.close();
  });

  test('each panel its own window’s', async () => {
    const here = await session.reader.newPage(PROGRAM);
    const panelHere = await session.reader.openPanel(here);
    const there = await session.reader.newWindow(RESPONSE);
    const panelThere = await session.reader.openPanel(there);
    await untilSection(panelThere, SECTIONS.joinUs);
    await untilSection(panelHere, SECTIONS.programs);
    await there.goto(`${HANDBOOK}values/#transparency`);
    await untilSection(panelThere, SECTIONS.practices);
    await untilSection(panelHere, SECTIONS.programs);
    await there.close();
    await here.close();
  });

  test('on a page that is no handbook page it shows the course, and the way back to where the reader was', async () => {
    const page = await session.reader.newPage(`${HANDBOOK}values/#transparency`);
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, SECTIONS.practices);
    await page.goto('https://www.kubernetes.dev/community/values/');
    const here = await untilRegionShows(panel, 'You are here', 'not a page of the handbook');
    await untilRegionShows(panel, 'Course', SECTIONS.programs);
    if (!here?.includes('Transparency and openness')) throw new Error(`no way back in: ${here}`);
    await panel.click(linkTo(`${HANDBOOK}values/#transparency`, 'You are here'));
    await untilSection(panel, SECTIONS.practices);
    await page.close();
  });

  test('opened on a page that is no handbook page it leads to the course’s page', async () => {
    const page = await session.reader.newWindow('https://www.kubernetes.dev/community/values/');
    const panel = await session.reader.openPanel(page);
    await untilRegionShows(panel, 'You are here', 'not a page of the handbook');
    await panel.click(linkTo(`${RELATIONS}community-pathway/`, 'You are here'));
    await untilRegionShows(panel, 'You are here', 'the course’s own page');
    await page.close();
  });

  test('beside a page elsewhere that was opened from it it keeps the place, until the tab can be seen again', async () => {
    const page = await session.reader.newPage(`${HANDBOOK}values/#transparency`);
    const panel = await session.reader.openPanel(page);
    await untilRegionShows(panel, 'You are here', 'Transparency and openness');
    await panel.click('.neighbours li:last-child a');
    const here = await untilRegionShows(panel, 'You are here', 'you opened it from here');
    expect(here).toContain('Kubernetes Community Values');
    await panel.click('.neighbours li:last-child a');
    await untilRegionShows(panel, 'You are here', 'Next: Participating in Open Source Communities');
    await travel(page, -2);
    await untilRegionShows(panel, 'You are here', 'Transparency and openness');
    await travel(page, 'https://www.example.org/');
    await untilRegionShows(panel, 'You are here', 'not a page of the handbook');
    await page.close();
  });

  test('a page that never finishes loading says what it is, once it can', async () => {
    const path = '/handbook/never.png';
    session.server.setFault(path, 'never');
    const html = missingPage().replace('<h1>', `<img src="${path}" alt=""><h1>`);
    session.server.setPage(new URL(RESPONSE).pathname, html);
    const page = await session.reader.newPage(PROGRAM);
    const panel = await session.reader.openPanel(page);
    await page.goto(RESPONSE, { waitUntil: 'domcontentloaded' });
    await untilRegionShows(panel, 'You are here', 'no such page');
    const other = await session.reader.newPage(PROGRAM);
    await untilSection(panel, SECTIONS.programs);
    await page.bringToFront();
    await untilRegionShows(panel, 'You are here', 'no such page');
    session.server.setFault(path, undefined);
    session.server.setPage(new URL(RESPONSE).pathname, undefined);
    await other.close();
    await page.close();
  });
});
