import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { t } from '../texts.ts';
import { untilCurrent,
  closeTabsAt,
  linkTo,
  openTabs,
  RELATIONS,
  SECTIONS,
  untilRegionShows,
  untilSection,
  useSession,
} from './session.ts';
import { nextLink } from './panel-parts.ts';

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
    await panel.click(linkTo(PROGRAM, t('programs.title')));
    await expect.poll(() => page.url()).toBe(PROGRAM);
    await panel.click(linkTo(`${RELATIONS}community-pathway/#join-us`, t('course.title')));
    await untilSection(panel, SECTIONS.joinUs);
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
    await panel.click(linkTo(`${RELATIONS}developer-advocacy/`, t('here.title')));
    await untilSeen(panel, nextLink('Education Program'));
    await panel.click(linkTo(PROGRAM, t('here.title')));
    await untilRegionShows(panel, t('here.title'), t('here.previous', ['Developer Evangelism']));
    await page.close();
  });
});
