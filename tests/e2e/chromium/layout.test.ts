import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Panel } from '../../browsers/reader.ts';
import { faultsOfLayout } from '../panel-layout.ts';
import { HANDBOOK, RELATIONS, SECTIONS, untilRegionShows, untilSection, useSession } from '../session.ts';

const PROGRAM = `${RELATIONS}programs/education-program/`;
/** A panel of 360 px at 200 % of its size. */
const AT_200_PERCENT = 180;

describe('at 200 % zoom', () => {
  const session = useSession({ keepsState: true });
  let panel: Panel;

  beforeAll(async () => {
    const page = await session.reader.newPage(PROGRAM);
    panel = await session.reader.openPanel(page);
    await untilSection(panel, SECTIONS.programs);
    await untilRegionShows(panel, 'Course', 'Course page');
    await panel.resize(AT_200_PERCENT);
  });
  afterAll(() => panel.close());

  test.each([
    ['beside a page', undefined, 'main'],
    ['in the search', '/', '.find input'],
    ['in the shortcuts', '?', 'dialog kbd'],
  ])('nothing is cut off or overlaps %s', async (_, key, selector) => {
    if (key) await panel.press(key);
    await panel.waitFor((of) => document.querySelector(of), selector);
    expect(await panel.evaluate(faultsOfLayout)).toEqual([]);
    if (key) await panel.press('Escape');
    await panel.waitFor(() => !document.querySelector('dialog'));
  });

  test('nor in the settings', async () => {
    await panel.click('header .tool:last-child');
    await untilRegionShows(panel, 'History', 'Nothing was done yet');
    expect(await panel.evaluate(faultsOfLayout)).toEqual([]);
    await panel.press('Escape');
    await panel.waitFor(() => !document.querySelector('dialog'));
  });

  test('nor in what is handed in', async () => {
    await panel.click('section[aria-label="Course"] button[aria-haspopup="dialog"]');
    await untilRegionShows(panel, 'What is handed in', SECTIONS.joinUs);
    expect(await panel.evaluate(faultsOfLayout)).toEqual([]);
  });
});

describe('while someone reads', () => {
  const session = useSession({ keepsState: true });

  test('nothing in the panel moves by itself', async () => {
    const page = await session.reader.newPage(`${RELATIONS}performance-indicators/`);
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, SECTIONS.strategy);
    await untilRegionShows(panel, 'Course', 'Course page');
    await panel.waitFor(() => document.querySelector('.welcome'));
    await panel.click('.welcome button');
    await panel.waitFor(() => !document.querySelector('.welcome'));
    await panel.evaluate(() => {
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as (PerformanceEntry & {
          value: number;
          hadRecentInput: boolean;
        })[]) {
          if (entry.hadRecentInput) continue;
          const { dataset } = document.documentElement;
          dataset.shift = String(Number(dataset.shift ?? 0) + entry.value);
        }
      }).observe({ type: 'layout-shift' });
    });
    // What was clicked has its half second in which a shift is its own doing.
    await new Promise((resolve) => setTimeout(resolve, 700));
    for (let step = 0; step < 8; step++) {
      await page.evaluate(() => scrollBy({ top: 400, behavior: 'instant' }));
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
    await new Promise((resolve) => setTimeout(resolve, 5500));
    const shift = await panel.evaluate(() => Number(document.documentElement.dataset.shift ?? 0));
    // Below what https://web.dev/articles/cls calls good; what is left is a line that once gets longer than any before.
    expect(shift).toBeLessThan(0.1);
    await page.goto(`${HANDBOOK}values/#transparency`);
    await page.close();
  });
});
