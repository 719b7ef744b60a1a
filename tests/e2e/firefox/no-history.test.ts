import { describe, expect, test } from 'vitest';
import { allowInPrivate } from '../../browsers/private-window.ts';
import { t } from '../../texts.ts';
import { click, link } from '../by-role.ts';
import { untilNoticed } from '../notices.ts';
import { openView } from '../panel-parts.ts';
import { HANDBOOK, SECTIONS, untilRegionShows, untilSection, useSession } from '../session.ts';
import { untilTicked } from '../ticks-and-visits.ts';

const PAGE = `${HANDBOOK}company/stewardship/`;
/** The box of the section's objective. */
const FIRST = `section[aria-label="${t('objectives.then')}"] input`;
const ONE_TICKED = t('course.objectives', [1, 4]);
/** The notice about the storage. The windows of such a profile are private. */
const AREA = t('notice.privateArea');

describe('in a profile that never keeps history', () => {
  const session = useSession({ prefs: { 'browser.privatebrowsing.autostart': true } });

  test('the program runs on the storage area, says so, updates every panel, and saves what was ticked', async () => {
    const page = await session.reader.newPage(PAGE);
    await allowInPrivate(session.reader, page);
    await page.reload();
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, SECTIONS.strategy);
    const opensDatabases = () =>
      indexedDB.databases().then(
        () => true,
        () => false,
      );
    expect(await panel.evaluate(opensDatabases)).toBe(false);
    await untilNoticed(panel, AREA);
    const otherPage = await session.reader.newWindow(PAGE);
    const other = await session.reader.openPanel(otherPage);
    await untilSection(other, SECTIONS.strategy);
    await panel.click(FIRST);
    await panel.waitFor((of) => document.querySelector<HTMLInputElement>(of)?.checked, FIRST);
    await untilTicked(other, 1, 4);
    // The hand-in is read from there, too, in the panel and on the page to print.
    await openView(panel, 'handIn.begin');
    await untilRegionShows(panel, t('handIn.preview'), ONE_TICKED);
    await click(panel, link('handIn.print'));
    const titles = () =>
      session.reader.evaluateInExtension(async () => (await chrome.tabs.query({})).map(({ title }) => title));
    await expect.poll(async () => (await titles()).join()).toMatch(/Community Learning Pathway \d{4}-/);
    await session.reader.restart();
    const afterwards = await session.reader.newPage(PAGE);
    const again = await session.reader.openPanel(afterwards);
    await untilSection(again, SECTIONS.strategy);
    await untilTicked(again, 1, 4);
  });
});
