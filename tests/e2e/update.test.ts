import { describe, expect, test } from 'vitest';
import { QUOTED, VALUES } from './note-sheet.ts';
import { HANDBOOK, objectivesIn, SECTIONS, untilRegionShows, untilSection, useSession } from './session.ts';

const BOX = 'section[aria-label="Objectives"] input';

describe('an update while the panel is open', () => {
  const session = useSession();

  test('loses nothing that is ticked, closes the panel, and leaves no trouble in the pages', async () => {
    const { reader } = session;
    const errors: unknown[] = [];
    const open = async (address: string) => {
      const page = await reader.newPage(address);
      page.on('pageerror', (error) => errors.push(error));
      page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
      return page;
    };
    const behind = await open(`${HANDBOOK}company/stewardship/`);
    const page = await open(VALUES);
    const panel = await reader.openPanel(page);
    await untilSection(panel, SECTIONS.practices);
    await panel.waitFor((box) => document.querySelector(`${box}:not(:disabled)`), BOX);
    for (const nth of [0, 1, 2]) {
      await panel.evaluate((box, at) => document.querySelectorAll<HTMLElement>(box)[at]?.click(), BOX, nth);
      await expect.poll(async () => (await objectivesIn(panel))[nth]?.ticked).toBe(true);
    }
    await reader.updateExtension();
    // Both browsers close the panel; the pages stay.
    await expect.poll(() => panel.evaluate(() => document.title).catch(() => 'closed')).toBe('closed');
    // In Chromium the script of before is still in them, beside the new one, and was following the reading in one.
    for (const each of [behind, page]) {
      await each.bringToFront();
      await each.evaluate((quoted) => {
        document.querySelector(quoted)?.scrollIntoView();
        location.hash = 'transparency';
        scrollBy(0, 400);
      }, QUOTED);
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    const again = await reader.openPanel(page);
    await untilSection(again, SECTIONS.practices);
    await expect
      .poll(async () => (await objectivesIn(again)).map(({ ticked }) => ticked))
      .toEqual([true, true, true, false]);
    await again.waitFor(() => document.querySelector('[role="status"]')?.textContent === '');
    await page.evaluate(() => document.querySelector('#diversity-inclusion')?.scrollIntoView());
    await untilRegionShows(again, 'You are here', 'Diversity');
    await behind.bringToFront();
    await untilSection(again, SECTIONS.strategy);
    expect(errors).toEqual([]);
  });
});
