import { describe, expect, test } from 'vitest';
import { allowInPrivate } from '../../browsers/private-window.ts';
import { HANDBOOK, SECTIONS, untilRegionShows, untilSection, useSession } from '../session.ts';

const PAGE = `${HANDBOOK}company/stewardship/`;
const FIRST = 'section[aria-label="Objectives"] input';

describe('in a profile that never keeps history', () => {
  const session = useSession({ prefs: { 'browser.privatebrowsing.autostart': true } });

  const countOf = (panel: Awaited<ReturnType<typeof session.reader.openPanel>>) =>
    panel.evaluate(() => document.querySelector('header .count')?.textContent);

  test('the program runs on the storage area, says so, reaches every panel, and keeps what was ticked', async () => {
    const page = await session.reader.newPage(PAGE);
    await allowInPrivate(session.reader, page);
    await page.reload();
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, SECTIONS.strategy);
    expect(
      await panel.evaluate(() =>
        indexedDB.databases().then(
          () => 'opens',
          () => 'refuses',
        ),
      ),
    ).toBe('refuses');
    await panel.waitFor(() =>
      document.querySelector('[role="status"]')?.textContent?.includes('extension’s own storage'),
    );
    const otherPage = await session.reader.newWindow(PAGE);
    const other = await session.reader.openPanel(otherPage);
    await untilSection(other, SECTIONS.strategy);
    await panel.click(FIRST);
    await panel.waitFor((of) => document.querySelector<HTMLInputElement>(of)?.checked, FIRST);
    await expect.poll(() => countOf(other)).toBe('1 of 4 ticked');
    // What is handed in is read from there, too, in the panel and on the page to print.
    await panel.click('section[aria-label="Course"] button[aria-haspopup="dialog"]');
    await untilRegionShows(panel, 'What is handed in', '1 of 4 ticked');
    await panel.click('.hand-in a.button');
    const titles = () =>
      session.reader.evaluateInExtension(async () => (await chrome.tabs.query({})).map(({ title }) => title));
    await expect.poll(async () => (await titles()).join()).toMatch(/Community Learning Pathway \d{4}-/);
    await session.reader.restart();
    const afterwards = await session.reader.newPage(PAGE);
    const again = await session.reader.openPanel(afterwards);
    await untilSection(again, SECTIONS.strategy);
    await expect.poll(() => countOf(again)).toBe('1 of 4 ticked');
  });
});
