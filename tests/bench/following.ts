import { setTimeout as sleep } from 'node:timers/promises';
import type { Metrics } from 'puppeteer-core';
import { keepChanging, scrollThrough, toTop } from '../browsers/chromium-scroll.ts';
import { forcedBy, runsOf, traceOf } from '../browsers/chromium-trace.ts';
import type { Place } from './places.ts';
import { openPanel, type Subject } from './subject.ts';
import { inMs, median, type Row, rangeOf, ratioRow } from './table.ts';

declare global {
  /** Number of the page's tasks of more than 50 ms since this was last 0; undefined while they aren't counted. */
  var benchLongTasks: number | undefined;
}

/** What happened while a page was scrolled through once next to an open panel. Times are in ms. */
export interface Scroll {
  layouts: number;
  styles: number;
  /** Tasks of more than 50 ms. */
  longTasks: number;
  /** The time that scripts took, and all work of the page's main thread. */
  script: number;
  work: number;
  /** The duration of the scroll. */
  time: number;
  /** Number of frames in which the panel changed its text. */
  changes: number;
}

/** Time without input after a panel has opened and made the page narrower. */
const SETTLING = 800;

/**
 * Goes to `place` next to an open panel, in a window that is wide enough for the page's navigation tree, because hidden
 * elements have no layout.
 */
export async function goWithPanel(subject: Subject, place: Place): Promise<void> {
  const { page } = subject;
  await page.goto(place.url, { waitUntil: 'load' });
  await page.browser().setWindowBounds(await page.windowId(), { width: 1600, height: 900 });
  await openPanel(subject);
  await page.evaluate(() => {
    globalThis.benchLongTasks = 0;
    new PerformanceObserver((tasks) => {
      globalThis.benchLongTasks = (globalThis.benchLongTasks ?? 0) + tasks.getEntries().length;
    }).observe({ type: 'longtask' });
  });
  await sleep(SETTLING);
}

/** Scrolls the page from top to bottom with the wheel, and measures the page's work. */
export async function measureScroll(subject: Subject): Promise<Scroll> {
  const { page } = subject;
  const panel = await openPanel(subject);
  await toTop(page);
  await panel.evaluate(() => {
    benchWatch.texts = [];
  });
  await page.evaluate(() => {
    globalThis.benchLongTasks = 0;
  });
  const before = await page.metrics();
  await scrollThrough(page);
  const after = await page.metrics();
  const since = (name: keyof Metrics) => (after[name] ?? 0) - (before[name] ?? 0);
  return {
    layouts: since('LayoutCount'),
    styles: since('RecalcStyleCount'),
    longTasks: await page.evaluate(() => globalThis.benchLongTasks ?? Number.NaN),
    script: since('ScriptDuration') * 1000,
    work: since('TaskDuration') * 1000,
    time: since('Timestamp') * 1000,
    changes: await panel.evaluate(() => benchWatch.texts.length),
  };
}

/**
 * Counts the layouts and style calculations that the subject's content script forces during a scroll, on a page that
 * changes after every frame. The browser's own counters can't show this, because they differ from scroll to scroll.
 * The page keeps changing until the browser leaves it. Rejects if the script doesn't run.
 */
export async function countForced({ name, page, reader }: Subject): Promise<number> {
  await toTop(page);
  await keepChanging(page);
  const events = await traceOf(page, () => scrollThrough(page));
  const runs = runsOf(events, `${reader.extensionUrl}content`);
  if (runs.length === 0) throw new Error(`The content script of ${name} did not follow the scroll`);
  return forcedBy(runs, events).length;
}

/** A row of counts. The target is that Waymark's highest is not above the floor's. */
function countsRow(what: string, own: number[], floor: number[]): Row {
  const more = Math.max(...own) - Math.max(...floor);
  return {
    what,
    waymark: rangeOf(own),
    floor: rangeOf(floor),
    comparison: `${more < 0 ? '-' : '+'} ${Math.abs(more)}`,
    target: "no more than the floor's",
    isMet: more <= 0,
  };
}

/** Rows about following the reading: Waymark's scrolls compared with a floor's, and the layouts that Waymark forced. */
export function followingRows(own: Scroll[], floor: Scroll[], forced: number[]): Row[] {
  const all = (scrolls: Scroll[], what: keyof Scroll) => scrolls.map((scroll) => scroll[what]);
  const [script, time] = [median(all(own, 'script')), median(all(own, 'time'))];
  const plain = { floor: '', comparison: '' };
  return [
    countsRow(
      '6. layouts in a scroll of the large page; floor empty',
      all(own, 'layouts'),
      all(floor, 'layouts'),
    ),
    countsRow('   style calculations', all(own, 'styles'), all(floor, 'styles')),
    countsRow('   tasks over 50 ms', all(own, 'longTasks'), all(floor, 'longTasks')),
    ratioRow("   work of the page's main thread", all(own, 'work'), all(floor, 'work')),
    {
      what: '   scripts in the page',
      waymark: inMs(script),
      floor: inMs(median(all(floor, 'script'))),
      comparison: `${((script / time) * 100).toFixed(1)} % of the scroll's time`,
      target: '',
      isMet: undefined,
    },
    {
      ...plain,
      what: '   layouts and styles forced while that page keeps changing',
      waymark: rangeOf(forced),
      target: 'none',
      isMet: Math.max(...forced) === 0,
    },
    {
      ...plain,
      what: '   changes of the panel in that scroll',
      waymark: rangeOf(all(own, 'changes')),
      target: 'at least 1',
      isMet: Math.min(...all(own, 'changes')) > 0,
    },
  ];
}
