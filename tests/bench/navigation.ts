import { setTimeout as sleep } from 'node:timers/promises';
import { firstContentOf, now, startOfDocument } from './clock.ts';
import { isRight, type Place } from './places.ts';
import { openPanel, type Subject } from './subject.ts';

/** One navigation next to an open panel. Times are in ms from its start. */
export interface Navigation {
  /** When the panel had painted the right section. */
  panel: number;
  /** When the page had painted its first content. */
  page: number;
  /** Number of frames in which the panel changed its text, and its markup. */
  texts: number;
  markups: number;
  /** How long each of the panel's tasks over 50 ms took. */
  longTasks: number[];
}

/** How long after the page's load event the panel is watched for another change. */
const AFTER_LOAD = 500;

/** Goes to `place` next to the open panel. Rejects if the panel doesn't show the right section in the end. */
export async function timeNavigation(subject: Subject, place: Place): Promise<Navigation> {
  const panel = await openPanel(subject);
  const panelStart = await startOfDocument(panel);
  await panel.evaluate(() => {
    benchWatch.texts = [];
    benchWatch.markups = 0;
    benchWatch.longTasks = [];
  });
  const started = now();
  await subject.page.goto(place.url, { waitUntil: 'load' });
  await sleep(AFTER_LOAD);
  const { texts, markups, longTasks } = await panel.evaluate(() => benchWatch);
  const right = texts.find(({ here }) => isRight(here, place));
  if (!right || !isRight(texts.at(-1)?.here ?? '', place)) {
    throw new Error(`${subject.name} on the ${place.name} showed ${JSON.stringify(texts)}`);
  }
  return {
    panel: panelStart + right.at - started,
    page: (await firstContentOf(subject.page)) - started,
    texts: texts.length,
    markups,
    longTasks,
  };
}
