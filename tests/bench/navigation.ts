import { setTimeout as sleep } from 'node:timers/promises';
import { firstContentOf, now, startOfDocument } from './clock.ts';
import { isRight, type Place } from './places.ts';
import { openPanel, type Subject } from './subject.ts';

/** How one navigation went beside an open panel; times in ms from its start. */
export interface Navigation {
  /** When the panel had painted what is right for the page. */
  panel: number;
  /** When the page had painted its first content. */
  page: number;
  /** In how many frames the panel changed its text, and in how many anything of its markup. */
  texts: number;
  markups: number;
}

/** How long after the page's load event the panel is still watched for another change. */
const AFTER_LOAD = 500;

/** Goes to `place` beside the open panel. Rejects where the panel does not end with what is right there. */
export async function timeNavigation(subject: Subject, place: Place): Promise<Navigation> {
  const panel = await openPanel(subject);
  const panelStart = await startOfDocument(panel);
  await panel.evaluate(() => {
    benchWatch.texts = [];
    benchWatch.markups = 0;
  });
  const started = now();
  await subject.page.goto(place.url, { waitUntil: 'load' });
  await sleep(AFTER_LOAD);
  const { texts, markups } = await panel.evaluate(() => benchWatch);
  const right = texts.find(({ here }) => isRight(here, place));
  if (!right || !isRight(texts.at(-1)?.here ?? '', place)) {
    throw new Error(`${subject.name} on the ${place.name} showed ${JSON.stringify(texts)}`);
  }
  return {
    panel: panelStart + right.at - started,
    page: (await firstContentOf(subject.page)) - started,
    texts: texts.length,
    markups,
  };
}
