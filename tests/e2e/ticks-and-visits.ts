import { expect } from 'vitest';
import type { Panel } from '../browsers/reader.ts';
import { t } from '../texts.ts';
import { click, named, region, seen, untilSeen, within } from './by-role.ts';
import { recordsAfter } from './clipboard-and-records.ts';

/** How long a page must be in sight before it counts as read, in milliseconds, as the panel says to its readers. */
export const READING_TIME = 5000;

/** Waits until the head of the panel says that so many of the objectives are ticked. */
export const untilTicked = (panel: Pick<Panel, 'waitFor'>, done: number, total: number) =>
  panel.waitFor(
    (count) => [...document.querySelectorAll('header *')].some(({ textContent }) => textContent === count),
    t('course.objectives', [done, total]),
  );

/** The button of a resource of the shown section that marks it as visited. */
export const markOf = (title: string) =>
  within(region('resources.title'), named('button', t('resources.visited', [title])));

/** Waits until a resource of the shown section counts as visited, or does not, however long that takes. */
export const untilVisited = (panel: Pick<Panel, 'evaluate'>, title: string, visited = true) =>
  expect.poll(async () => (await seen(panel, markOf(title)))[0]?.pressed).toBe(visited);

/**
 * Waits for as long as it would take what is shown now to count as read, and for what the panel would write of it: by the
 * panel's own clock, which is late when its timers are, and with a mark that is kept after it and taken back.
 */
export async function letReadingTimePass(panel: Panel, marked: string): Promise<void> {
  await panel.evaluate((time) => new Promise((resolve) => setTimeout(resolve, time)), READING_TIME + 500);
  for (const pressed of [true, false]) {
    await click(panel, markOf(marked));
    await untilSeen(panel, markOf(marked), (button) => button.pressed === pressed);
  }
}

/** When the visits of a resource were kept, in milliseconds since 1970. Its id is the pack's. */
export async function visitTimes(panel: Pick<Panel, 'evaluate'>, resource: string): Promise<number[]> {
  const records = await panel.evaluate(recordsAfter, []);
  return records
    .filter(({ key, value }) => key[1] === 'visit' && key[2] === resource && value)
    .map(({ time }) => time);
}
