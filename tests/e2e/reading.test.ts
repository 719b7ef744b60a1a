import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { EYE_LEVEL } from '../../sites/reading.ts';
import { t } from '../texts.ts';
import {
  HANDBOOK,
  RELATIONS,
  SECTIONS,
  untilCurrent,
  untilRegionShows,
  untilSection,
  useSession,
} from './session.ts';

const INDICATORS = `${RELATIONS}performance-indicators/`;

/** Scrolls the page until a heading is a quarter down the window, where it is the one being read even if others follow closely. */
const bringUp = (page: Page, selector: string) =>
  page.evaluate((of) => {
    const { top } = document.querySelector(of)?.getBoundingClientRect() ?? { top: Number.NaN };
    scrollBy({ top: top - innerHeight / 4, behavior: 'instant' });
  }, selector);

describe('the panel follows the reading', () => {
  const session = useSession();

  test('through the headings of a page with several resources', async () => {
    const page = await session.reader.newPage(INDICATORS);
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, SECTIONS.strategy);
    await bringUp(page, '#percent-of-mrs-from-community');
    await untilCurrent(panel, 'Percent of MRs from Community');
    await bringUp(page, '#wider-community-merged-mrs-per-release');
    await untilCurrent(panel, 'Wider Community merged MRs per release');
    await bringUp(page, '#developer-advocacy-monthly-impressions');
    await untilCurrent(panel, 'Developer Advocate Monthly Impressions');
    // Neither the end of the page nor its beginning is one of the course's headings.
    const isNoneCurrent = () => !document.querySelector('main a[aria-current=page]');
    await page.evaluate(() =>
      window.scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' }),
    );
    await panel.waitFor(isNoneCurrent);
    await bringUp(page, '#mrarr');
    await untilCurrent(panel, 'MRARR');
    await page.evaluate(() => window.scrollTo({ top: 0, behavior: 'instant' }));
    await panel.waitFor(isNoneCurrent);
  });

  test('to a heading to which a script scrolls, even if others follow it closely', async () => {
    const page = await session.reader.newPage(INDICATORS);
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, SECTIONS.strategy);
    for (const [id, title] of [
      ['percent-of-mrs-from-community', 'Percent of MRs from Community'],
      ['mrarr', 'MRARR'],
    ] as const) {
      await page.evaluate((to) => document.getElementById(to)?.scrollIntoView(), id);
      await untilCurrent(panel, title);
    }
  });

  test('through the sections of the course page, and the toolbar badge follows, too', async () => {
    const page = await session.reader.newPage(`${RELATIONS}community-pathway/`);
    const panel = await session.reader.openPanel(page);
    await untilRegionShows(panel, t('here.title'), t('here.coursePage'));
    await bringUp(page, '#open-source-community-best-practices');
    await untilSection(panel, SECTIONS.practices);
    await expect.poll(() => session.reader.badgeText(page)).toBe('1');
    await bringUp(page, '#community-programs');
    await untilSection(panel, SECTIONS.programs);
  });

  test('to the heading in the address, wherever the page is scrolled, and on from there', async () => {
    const page = await session.reader.newPage(`${HANDBOOK}values/#diversity-inclusion`);
    const panel = await session.reader.openPanel(page);
    await untilCurrent(panel, 'Fostering DIB in our community');
    await bringUp(page, '#transparency');
    await untilCurrent(panel, 'Transparency and openness');
    await page.evaluate(() => {
      location.href = '#diversity-inclusion';
    });
    await untilCurrent(panel, 'Fostering DIB in our community');
  });

  test('on a page that was scrolled before the panel opened', async () => {
    const page = await session.reader.newPage(INDICATORS);
    await bringUp(page, '#wider-community-merged-mrs-per-release');
    const panel = await session.reader.openPanel(page);
    // The page is narrower next to the panel, so by now another heading may be at the height of the reader's eyes.
    const read = () =>
      page.evaluate((eyes) => {
        const headings = [...document.querySelectorAll('.td-content :is(h2, h3)')];
        return headings.findLast((each) => each.getBoundingClientRect().top < innerHeight * eyes)?.id;
      }, EYE_LEVEL);
    const shown = () =>
      panel.evaluate(() => document.querySelector<HTMLAnchorElement>('main a[aria-current=page]')?.href);
    await expect
      .poll(async () => (await shown()) === `${INDICATORS}#${await read()}`, {
        message: 'the heading is shown',
      })
      .toBe(true);
    expect(await read()).toMatch(/mrs|contributors/);
  });
});
