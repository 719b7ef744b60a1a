import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { until } from '../../browsers/poll.ts';
import { openScreen, type Screen } from '../../browsers/screen.ts';
import { t } from '../../texts.ts';
import { HANDBOOK, SECTIONS, untilSection, useSession } from '../session.ts';

const QUOTED = '#diversity-inclusion + p';
const QUOTE = 'One of the two headings that the course links to.';

describe('in a real window', () => {
  let screen: Screen;
  beforeAll(async () => {
    screen = await openScreen();
  });
  afterAll(() => screen.close());
  const session = useSession({ headless: false });

  /** Selects a paragraph, and returns its position on the screen. */
  const selectIn = (page: Page) =>
    page.evaluate((place) => {
      const paragraph = document.querySelector(place);
      if (!paragraph) throw new Error('nothing to select');
      getSelection()?.selectAllChildren(paragraph);
      const { left, top, height } = paragraph.getBoundingClientRect();
      return { x: screenX + left + 20, y: screenY + outerHeight - innerHeight + top + height / 2 };
    }, QUOTED);

  /** Returns the quote in the panel's note form, once that is open. */
  const quoteInPanel = async (page: Page) => {
    const isOpen = () =>
      session.reader.evaluateInExtension(async () =>
        chrome.runtime.getContexts({ contextTypes: ['SIDE_PANEL' as chrome.runtime.ContextType] }),
      );
    await expect.poll(async () => (await isOpen()).length).toBe(1);
    const panel = await session.reader.openPanel(page);
    await expect
      .poll(() => panel.evaluate(() => document.querySelector('dialog.note blockquote')?.textContent))
      .toBe(QUOTE);
    return panel;
  };

  test('the page’s context menu opens the panel, with the selection as a quote', async () => {
    const page = await session.reader.newPage(`${HANDBOOK}values/#diversity-inclusion`);
    const { x, y } = await selectIn(page);
    const before = await screen.windows();
    await screen.click(x, y, 'right');
    await until('the menu is open', async () => (await screen.windows()) > before);
    // By the first letter of its item.
    await screen.press(t('note.menu').charAt(0).toLowerCase());
    await quoteInPanel(page);
  });

  test('the shortcut does the same, with the panel closed or open', async () => {
    const page = await session.reader.newPage(`${HANDBOOK}values/#diversity-inclusion`);
    const { x, y } = await selectIn(page);
    // The click moves the keyboard focus to the page, and clears the selection.
    await screen.click(x, y - 4, 'left');
    await selectIn(page);
    await screen.press('alt+shift+k');
    const panel = await quoteInPanel(page);
    await panel.press('Escape');
    await untilSection(panel, SECTIONS.practices);
    await screen.click(x, y - 4, 'left');
    await selectIn(page);
    await screen.press('alt+shift+k');
    await quoteInPanel(page);
  });
});
