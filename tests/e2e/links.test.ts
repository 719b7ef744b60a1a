import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { t } from '../texts.ts';
import { beginning, button, click, link, named, region, untilGone, untilSeen, within } from './by-role.ts';
import { nextLink, openFold, openView } from './panel-parts.ts';
import {
  closeTabsAt,
  linkTo,
  openTabs,
  RELATIONS,
  SECTIONS,
  untilCurrent,
  untilSection,
  useSession,
} from './session.ts';

const COURSE = `${RELATIONS}community-pathway/`;
const PROGRAM = `${RELATIONS}programs/education-program/`;
const OTHER = `${RELATIONS}programs/open-source-program/`;

describe('a link in the panel', () => {
  const session = useSession();

  const untilOpened = async (page: Page, address: string) => {
    await expect.poll(() => openTabs(session)).toContainEqual({ url: address, active: false });
    expect(page.url()).toBe(PROGRAM);
  };

  test('opens in the tab being read, and the panel shows its section', async () => {
    const page = await session.reader.newPage(PROGRAM);
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, SECTIONS.programs);
    await panel.click(linkTo(OTHER));
    await untilCurrent(panel, 'Open Source Program');
    await expect.poll(() => page.url()).toBe(OTHER);
    await panel.click(linkTo(`${RELATIONS}developer-advocacy/`));
    await untilCurrent(panel, 'Developer Evangelism');
    await openView(panel, 'course.openPage');
    await expect.poll(() => page.url()).toBe(COURSE);
    await page.close();
  });

  test('leads to a community program from every section, also from one that the reader only looks at', async () => {
    const page = await session.reader.newPage(PROGRAM);
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, SECTIONS.programs);
    const browse = async (title: string) => {
      await openFold(panel, 'course.sections');
      await click(panel, within(region('course.sections'), named('button', beginning(title))));
      await untilSection(panel, title);
      expect(page.url()).toBe(PROGRAM);
    };
    const back = within(named('banner'), button('header.backToPage'));
    await browse(SECTIONS.joinUs);
    await click(panel, back);
    await untilSection(panel, SECTIONS.programs);
    await untilGone(panel, back);
    await browse(SECTIONS.joinUs);
    await openFold(panel, 'programs.title');
    await panel.click(linkTo(OTHER, t('programs.title')));
    await expect.poll(() => page.url()).toBe(OTHER);
    // Another page of the course ends the look at the other section.
    await untilCurrent(panel, 'Open Source Program');
    await untilSection(panel, SECTIONS.programs);
    await page.close();
  });

  test.each([
    [
      'with Ctrl or Cmd',
      { modifiers: [process.platform === 'darwin' ? ('Meta' as const) : ('Control' as const)] },
    ],
    ['with the middle button', { button: 'middle' as const }],
  ])('%s opens in a new tab behind the one being read', async (_, how) => {
    const page = await session.reader.newPage(PROGRAM);
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, SECTIONS.programs);
    await panel.click(linkTo(OTHER), how);
    await untilOpened(page, OTHER);
    await closeTabsAt(session, OTHER);
    await page.close();
  });

  test('previous and next go through the course', async () => {
    const page = await session.reader.newPage(PROGRAM);
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, SECTIONS.programs);
    const previous = link('here.previous', ['Developer Evangelism']);
    await click(panel, previous);
    await untilCurrent(panel, 'Developer Evangelism');
    await expect.poll(() => page.url()).toBe(`${RELATIONS}developer-advocacy/`);
    await click(panel, nextLink('Education Program'));
    await untilCurrent(panel, 'Education Program');
    await expect.poll(() => page.url()).toBe(PROGRAM);
    await untilSeen(panel, previous);
    await page.close();
  });
});
