import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { keepChanging, scrollThrough, toTop } from '../../browsers/chromium-scroll.ts';
import { forcedBy, runsOf, TASKS, tasksOf, traceOf } from '../../browsers/chromium-trace.ts';
import type { Panel } from '../../browsers/reader.ts';
import { SLOWER } from '../../browsers/slowness.ts';
import { t } from '../../texts.ts';
import { RELATIONS, SECTIONS, untilRegionShows, untilSection, useSession } from '../session.ts';

/** The course page, with a navigation tree as large as that of the live handbook. */
const LARGE = `${RELATIONS}community-pathway/?tree=large`;

describe('following the reading on a page of 18,758 elements costs', () => {
  // Wide enough for a page that shows its navigation tree next to an open panel.
  const session = useSession({ windowSize: { width: 1600, height: 900 } });
  const script = () => `${session.reader.extensionUrl}content-scripts/`;

  /** Opens the panel next to the page, and scrolls the page to its top and waits until it is idle. */
  const watch = async (page: Page): Promise<Panel> => {
    const panel = await session.reader.openPanel(page);
    await toTop(page);
    await untilRegionShows(panel, t('here.title'), t('here.coursePage'));
    return panel;
  };

  test('no layout and no style calculation beyond the page’s own', async () => {
    const page = await session.reader.newPage(LARGE);
    const countsOfScroll = async () => {
      await toTop(page);
      const before = await page.metrics();
      await scrollThrough(page);
      const after = await page.metrics();
      const since = (name: 'LayoutCount' | 'RecalcStyleCount') => (after[name] ?? 0) - (before[name] ?? 0);
      return { layouts: since('LayoutCount'), styles: since('RecalcStyleCount') };
    };
    const floor = await countsOfScroll();
    const panel = await watch(page);
    expect(await countsOfScroll()).toEqual(floor);
    await untilSection(panel, SECTIONS.joinUs);
  });

  test('not even one that comes early, while the page itself changes after every frame', async () => {
    const page = await session.reader.newPage(LARGE);
    const panel = await watch(page);
    await keepChanging(page);
    const events = await traceOf(page, () => scrollThrough(page));
    await untilSection(panel, SECTIONS.joinUs);
    expect(forcedBy(runsOf(events, script()), events).map(({ name }) => name)).toEqual([]);
    // The page really did change.
    expect(events.filter(({ name }) => name === 'Layout').length).toBeGreaterThan(30);
  });

  test('no task of more than 50 ms', async () => {
    const page = await session.reader.newPage(LARGE);
    const panel = await watch(page);
    const events = await traceOf(page, () => scrollThrough(page), [TASKS]);
    await untilSection(panel, SECTIONS.joinUs);
    const tasks = tasksOf(runsOf(events, script()), events);
    expect(tasks.length).toBeGreaterThan(30);
    // By CPU time of the thread, because waiting on a busy machine isn't work. A simulated slow machine uses more CPU time.
    expect(tasks.filter(({ dur = 0, tdur = dur }) => tdur > 50_000 * SLOWER)).toEqual([]);
  });

  test('nothing at all without a panel', async () => {
    const page = await session.reader.newPage(LARGE);
    const panel = await watch(page);
    const runsInScroll = async () => runsOf(await traceOf(page, () => scrollThrough(page)), script());
    expect(await runsInScroll()).not.toEqual([]);
    await panel.close();
    await toTop(page);
    expect(await runsInScroll()).toEqual([]);
  });
});
