import { describe, expect, test } from 'vitest';
import { QUOTED, VALUES } from './note-sheet.ts';
import { noticesIn } from './notices.ts';
import { tick } from './panel-parts.ts';
import { HANDBOOK, objectivesIn, SECTIONS, untilCurrent, untilSection, useSession } from './session.ts';

describe('an update while the panel is open', () => {
  const session = useSession();

  test('loses nothing that is ticked, closes the panel, and causes no errors in the pages', async () => {
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
    const objectives = (await objectivesIn(panel)).map(({ text }) => text);
    for (const text of objectives.slice(0, 3)) await tick(panel, text);
    await reader.updateExtension();
    // Both browsers close the panel; the pages stay open.
    await expect.poll(() => panel.evaluate(() => document.title).catch(() => 'closed')).toBe('closed');
    // In Chromium the previous content script is still in the pages, next to the new one. In one page it was following the reading.
    for (const each of [behind, page]) {
      await each.bringToFront();
      await each.evaluate(async (quoted) => {
        document.querySelector(quoted)?.scrollIntoView();
        location.hash = 'transparency';
        scrollBy(0, 400);
        // Longer than the pause of a script that follows the reading, by the page's own clock.
        await new Promise((resolve) => setTimeout(resolve, 500));
      }, QUOTED);
    }
    const again = await reader.openPanel(page);
    await untilSection(again, SECTIONS.practices);
    await expect
      .poll(async () => (await objectivesIn(again)).map(({ ticked }) => ticked))
      .toEqual([true, true, true, false]);
    await expect.poll(() => noticesIn(again)).toBe('');
    await page.evaluate(() => document.querySelector('#diversity-inclusion')?.scrollIntoView());
    await untilCurrent(again, 'Fostering DIB in our community');
    await behind.bringToFront();
    await untilSection(again, SECTIONS.strategy);
    expect(errors).toEqual([]);
  });
});
