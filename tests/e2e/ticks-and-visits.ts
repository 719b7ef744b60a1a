import { expect } from 'vitest';
import type { Panel } from '../browsers/reader.ts';
import { t } from '../texts.ts';
import { click, named, region, seen, untilSeen, within } from './by-role.ts';
import { recordsAfter } from './clipboard-and-records.ts';

/** How long a page must be visible to count as read, in milliseconds, as the panel tells its readers. */
export const READING_TIME = 5000;

/** Waits until the header of the panel shows this number of ticked objectives. */
export const untilTicked = (panel: Pick<Panel, 'waitFor'>, done: number, total: number) =>
  panel.waitFor(
    (count) => [...document.querySelectorAll('header *')].some(({ textContent }) => textContent === count),
    t('course.objectives', [done, total]),
  );

/** The button of a resource in the shown section that marks it as visited. */
export const markOf = (title: string) =>
  within(region('resources.title'), named('button', t('resources.visited', [title])));

/** Waits until a resource of the shown section counts as visited, or doesn't. */
export const untilVisited = (panel: Pick<Panel, 'evaluate'>, title: string, visited = true) =>
  expect.poll(async () => (await seen(panel, markOf(title)))[0]?.pressed).toBe(visited);

/**
 * Waits as long as the shown page would take to count as read and be saved. It uses the panel's own clock, since the panel's timers
 * can be late, and then saves and removes a mark, which comes after the visit would have been saved.
 */
export async function letReadingTimePass(panel: Panel, marked: string): Promise<void> {
  await panel.evaluate((time) => new Promise((resolve) => setTimeout(resolve, time)), READING_TIME + 500);
  for (const pressed of [true, false]) {
    await click(panel, markOf(marked));
    await untilSeen(panel, markOf(marked), (button) => button.pressed === pressed);
  }
}

/** Returns when the visits of a resource were saved, in ms since 1970. @param id from the pack */
export async function visitTimes(panel: Pick<Panel, 'evaluate'>, resource: string): Promise<number[]> {
  const records = await panel.evaluate(recordsAfter, []);
  return records
    .filter(({ key, value }) => key[1] === 'visit' && key[2] === resource && value)
    .map(({ time }) => time);
}
