import { setTimeout as sleep } from 'node:timers/promises';
import { toTop } from '../browsers/chromium-scroll.ts';
import { until } from '../browsers/poll.ts';
import { countReads, readsSince } from '../browsers/reads.ts';
import { goWithPanel } from './following.ts';
import { KEPT } from './many-courses.ts';
import { inPanel } from './progress-module.ts';
import type { Findings, Subjects } from './run.ts';
import { closePanel, openPanel } from './subject.ts';

const MANY = 100;
/** How long the page is scrolled, in ms. The place is saved every five seconds. */
const MINUTE = 60_000;
/** Time from opening until the page counts as visited and a snapshot includes it, in ms. */
const SETTLING = 20_000;

/** Counts the packs that are read while a page is scrolled for a minute, with an open panel and many followed courses. */
export async function measureReads(
  { waymark }: Pick<Subjects, 'waymark'>,
  _rounds: number,
  { rows, faults }: Findings,
): Promise<void> {
  const { page } = waymark;
  await page.goto(KEPT.url, { waitUntil: 'load' });
  await inPanel(await openPanel(waymark), 'fillLibrary', MANY);
  await closePanel(waymark);
  await goWithPanel(waymark, KEPT);
  await sleep(SETTLING);
  const panel = await openPanel(waymark);
  const background = await page
    .browser()
    .targets()
    .find((target) => target.type() === 'service_worker')
    ?.worker();
  await panel.evaluate(countReads);
  await background?.evaluate(countReads);
  await toTop(page);
  const end = performance.now() + MINUTE;
  let by = 60;
  await until(
    'the minute is over',
    async () => {
      const atEnd = await page.evaluate((top) => {
        const before = scrollY;
        scrollBy({ top, behavior: 'instant' });
        return scrollY === before;
      }, by);
      if (atEnd) by = -by;
      return performance.now() > end;
    },
    2 * MINUTE,
  );
  const here = await panel.evaluate(readsSince);
  // A stopped background reads nothing.
  const there = await background?.evaluate(readsSince).catch(() => undefined);
  const packs = (here?.packs ?? 0) + (there?.packs ?? 0);
  if (!here?.places) faults.push('No place was kept while the page was scrolled.');
  rows.push({
    what: `13. packs read while a page is scrolled for a minute, with ${MANY} courses`,
    waymark: String(packs),
    floor: '',
    comparison: `places saved: ${here?.places}`,
    target: 'none',
    isMet: packs === 0,
  });
  await inPanel(panel, 'emptyLibrary', MANY);
}
