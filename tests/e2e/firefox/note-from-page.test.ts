import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { chooseFromMenu, pressAltShift } from '../../browsers/firefox-menu.ts';
import { inBrowser } from '../../browsers/firefox-scope.ts';
import { t } from '../../texts.ts';
import { HANDBOOK, SECTIONS, untilSection, useSession } from '../session.ts';

const QUOTED = '#diversity-inclusion + p';
const QUOTE = 'One of the two headings that the course links to.';

describe('from the page', () => {
  const session = useSession();

  const select = (page: Page) =>
    page.evaluate((place) => {
      const paragraph = document.querySelector(place);
      if (paragraph) getSelection()?.selectAllChildren(paragraph);
    }, QUOTED);
  const quoteInPanel = async (page: Page) => {
    await expect.poll(() => inBrowser(page, ({ win }) => win.SidebarController.isOpen)).toBe(true);
    const panel = await session.reader.openPanel(page);
    await expect
      .poll(() => panel.evaluate(() => document.querySelector('dialog.note blockquote')?.textContent))
      .toBe(QUOTE);
    return panel;
  };

  test('the menu opens the panel, with the selection as a quote', async () => {
    const page = await session.reader.newPage(`${HANDBOOK}values/#diversity-inclusion`);
    await select(page);
    await chooseFromMenu(page, QUOTED, t('note.menu'));
    await quoteInPanel(page);
  });

  test('the shortcut does the same, with the panel closed or open', async () => {
    const page = await session.reader.newPage(`${HANDBOOK}values/#diversity-inclusion`);
    await select(page);
    await pressAltShift(page, 'K');
    const panel = await quoteInPanel(page);
    await panel.press('Escape');
    await untilSection(panel, SECTIONS.practices);
    await pressAltShift(page, 'K');
    await quoteInPanel(page);
  });
});
