import { describe, test } from 'vitest';
import {
  HANDBOOK,
  linkTo,
  RELATIONS,
  SECTIONS,
  untilRegionShows,
  untilSection,
  useSession,
} from './session.ts';

const PROGRAM = `${RELATIONS}programs/education-program/`;
const RESPONSE = `${RELATIONS}developer-advocacy/community-response/`;

describe('the panel follows the tab that its window shows', () => {
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
    await first.close();
  });

  test('and no other tab: a page that loads behind it changes nothing', async () => {
    const shown = await session.reader.newPage(PROGRAM);
    const panel = await session.reader.openPanel(shown);
    await untilSection(panel, SECTIONS.programs);
    const behind = await session.reader.newPage();
    await shown.bringToFront();
    await behind.goto(RESPONSE);
    await behind.goto(`${RELATIONS}evangelist-program/`);
    await untilSection(panel, SECTIONS.programs);
    await untilRegionShows(panel, 'You are here', 'this page is one of its resources');
    await behind.close();
    await shown.close();
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
});
