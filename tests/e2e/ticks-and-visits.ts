import { expect } from 'vitest';
import type { Panel } from '../browsers/reader.ts';
import { t } from '../texts.ts';
import { beginning, click, named, region, seen, within } from './by-role.ts';
import { recordsAfter } from './clipboard-and-records.ts';

/** How long a page must be visible to count as read, in milliseconds, as the panel tells its readers. */
export const READING_TIME = 5000;

/** Waits until the panel shows this number of ticked objectives, next to the title of all objectives. */
export const untilTicked = (panel: Pick<Panel, 'waitFor'>, done: number, total: number) =>
  panel.waitFor(
    (region, count) =>
      [...document.querySelectorAll(`section[aria-label="${region}"] summary > :not(h2)`)].some(
        ({ textContent }) => textContent === count,
      ),
    t('objectives.all'),
    t('progressTotal', [done, total]),
  );

/** The button of a resource in the shown section that marks it as read, or as unread again. */
export const markOf = (title: string) => {
  const names = ['resources.markThis', 'resources.unmarkThis'].map(
    (key) => beginning(t(key, [title])).source,
  );
  return within(region('resources.title'), named('button', new RegExp(`(${names.join('|')})$`)));
};

/** Waits until a resource of the shown section counts as read, or doesn't. */
export const untilVisited = (panel: Pick<Panel, 'evaluate'>, title: string, visited = true) =>
  expect
    .poll(async () => (await seen(panel, markOf(title)))[0]?.name)
    .toBe(t(visited ? 'resources.unmarkThis' : 'resources.markThis', [title]));

/**
 * Waits as long as the shown page would take to count as read and be saved. It uses the panel's own clock, since the panel's timers
 * can be late, and then saves and removes a mark, which comes after the visit would have been saved.
 */
export async function letReadingTimePass(panel: Panel, marked: string): Promise<void> {
  await panel.evaluate((time) => new Promise((resolve) => setTimeout(resolve, time)), READING_TIME + 500);
  for (const visited of [true, false]) {
    await click(panel, markOf(marked));
    await untilVisited(panel, marked, visited);
  }
}

/** Returns when the visits of a resource were saved, in ms since 1970. @param id from the pack */
export async function visitTimes(panel: Pick<Panel, 'evaluate'>, resource: string): Promise<number[]> {
  const records = await panel.evaluate(recordsAfter, []);
  return records
    .filter(({ key, value }) => key[1] === 'visit' && key[2] === resource && value)
    .map(({ time }) => time);
}
