import { describe, expect, test } from 'vitest';
import { t } from '../texts.ts';
import { click, named, region, within } from './by-role.ts';
import { tick } from './panel-parts.ts';
import { HANDBOOK, RELATIONS, SECTIONS, travel, untilSection, useSession } from './session.ts';

const PROGRAM = `${RELATIONS}programs/education-program/`;
/** The objective of the programs section. */
const PROGRAMS = 'Name the programs and know where to read more about each';

describe('the toolbar icon', () => {
  const session = useSession();
  const untilBadge = (page: Parameters<typeof session.reader.badgeText>[0], text: string) =>
    expect.poll(() => session.reader.badgeText(page)).toBe(text);

  test('shows how many objectives of the page’s section are open, and nothing on other pages', async () => {
    const page = await session.reader.newPage(PROGRAM);
    await untilBadge(page, '1');
    await page.goto(`${HANDBOOK}engineering/`);
    await untilBadge(page, '');
    await page.goto(PROGRAM);
    await untilBadge(page, '1');
    await page.goto('https://www.kubernetes.dev/community/values/');
    await untilBadge(page, '');
    await travel(page, -1);
    await untilBadge(page, '1');
  });

  test('explains the count in its tooltip', async () => {
    const titles = () =>
      session.reader.evaluateInExtension(async () => {
        const tabs = await chrome.tabs.query({ active: true });
        return Promise.all(
          tabs.map(({ id }) => chrome.action.getTitle(id === undefined ? {} : { tabId: id })),
        );
      });
    const page = await session.reader.newPage(PROGRAM);
    await expect.poll(titles).toContain(t('toolbarLeft', 1));
    await page.goto(`${HANDBOOK}engineering/`);
    await untilBadge(page, '');
    await expect.poll(titles).toEqual([t('toolbarTitle')]);
  });

  test('changes at once in every handbook tab when an objective is ticked', async () => {
    const other = await session.reader.newPage(`${RELATIONS}programs/open-source-program/`);
    const page = await session.reader.newPage(PROGRAM);
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, SECTIONS.programs);
    await untilBadge(page, '1');
    await tick(panel, PROGRAMS);
    await untilBadge(page, '');
    await untilBadge(other, '');
    await tick(panel, PROGRAMS, false);
    await untilBadge(other, '1');
    await untilBadge(page, '1');
  });

  test('follows the section on the course page', async () => {
    const page = await session.reader.newPage(`${RELATIONS}community-pathway/#join-us`);
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, SECTIONS.joinUs);
    // Its wording depends on whether the course page has been read.
    await click(panel, within(region('objectives.then'), named('checkbox')));
    await untilBadge(page, '');
    await page.evaluate(() => {
      location.hash = '#community-programs';
    });
    await untilSection(panel, SECTIONS.programs);
    await untilBadge(page, '1');
  });

  test('opens the panel and closes it', async () => {
    const page = await session.reader.newPage(PROGRAM);
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, SECTIONS.programs);
    await session.reader.clickAction(page);
    await expect.poll(() => panel.evaluate(() => 1).catch(() => 'closed')).toBe('closed');
    const again = await session.reader.openPanel(page);
    await untilSection(again, SECTIONS.programs);
  });

  test('has a shortcut that the browser doesn’t use itself', async () => {
    const commands = await session.reader.evaluateInExtension(() => chrome.commands.getAll());
    expect(commands.map(({ shortcut }) => shortcut)).toEqual(['Alt+Shift+L', 'Alt+Shift+K']);
  });
});
