import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { HANDBOOK, RELATIONS, SECTIONS, untilRegionShows, untilSection, useSession } from './session.ts';

const INDICATORS = `${RELATIONS}performance-indicators/`;

/** Brings an element of the page to this distance from the window's top, by a real scroll. */
const bringTo = (page: Page, selector: string, distance: number) =>
  page.evaluate(
    (of, from) => {
      const { top } = document.querySelector(of)?.getBoundingClientRect() ?? { top: Number.NaN };
      scrollBy({ top: top - from, behavior: 'instant' });
    },
    selector,
    distance,
  );

describe('the panel follows the reading', () => {
  const session = useSession({ keepsState: true });

  test('through the headings of a page with several resources', async () => {
    const page = await session.reader.newPage(INDICATORS);
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, SECTIONS.strategy);
    await bringTo(page, '#percent-of-mrs-from-community', 100);
    await untilRegionShows(panel, 'You are here', 'Percent of MRs from Community');
    await bringTo(page, '#wider-community-merged-mrs-per-release', 100);
    await untilRegionShows(panel, 'You are here', 'Wider Community merged MRs per release');
    await page.evaluate(() =>
      window.scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' }),
    );
    await untilRegionShows(panel, 'You are here', 'Developer Advocate Monthly Impressions');
    await page.evaluate(() => window.scrollTo({ top: 0, behavior: 'instant' }));
    await panel.waitFor(
      () =>
        !document.querySelector('[aria-label="You are here"]')?.textContent?.includes('Monthly Impressions'),
    );
    await page.close();
  });

  test('through the sections of the course’s own page, and the badge with it', async () => {
    const page = await session.reader.newPage(`${RELATIONS}community-pathway/`);
    const panel = await session.reader.openPanel(page);
    await untilRegionShows(panel, 'You are here', 'the course’s own page');
    await bringTo(page, '#open-source-community-best-practices', 60);
    await untilSection(panel, SECTIONS.practices);
    await expect.poll(() => session.reader.badgeText(page)).toBe('1');
    await bringTo(page, '#community-programs', 60);
    await untilSection(panel, SECTIONS.programs);
    await page.close();
  });

  test('to the heading of the address, however the page stands, and on from there', async () => {
    const page = await session.reader.newPage(`${HANDBOOK}values/#diversity-inclusion`);
    const panel = await session.reader.openPanel(page);
    await untilRegionShows(panel, 'You are here', 'Fostering DIB in our community');
    await bringTo(page, '#transparency', 100);
    await untilRegionShows(panel, 'You are here', 'Transparency and openness');
    await page.evaluate(() => {
      location.hash = '#diversity-inclusion';
    });
    await untilRegionShows(panel, 'You are here', 'Fostering DIB in our community');
    await page.close();
  });

  test('on a page that was scrolled before the panel opened', async () => {
    const page = await session.reader.newPage(INDICATORS);
    await bringTo(page, '#percent-of-mrs-from-community', 100);
    const panel = await session.reader.openPanel(page);
    await untilRegionShows(panel, 'You are here', 'Percent of MRs from Community');
    await page.close();
  });
});
