import { startOfDocument } from './clock.ts';
import { isRight, type Place } from './places.ts';
import { clickButton, closePanel, type Subject } from './subject.ts';

/**
 * Clicks the toolbar button beside `place` and gives how long it took, in ms, until the panel had painted where
 * the reader is. Rejects where it never does.
 */
export async function timeOpening(subject: Subject, place: Place): Promise<number> {
  await closePanel(subject);
  await subject.page.goto(place.url, { waitUntil: 'load' });
  // The page's own work, and that of a content script, is done.
  await subject.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
  const { panel, clicked } = await clickButton(subject);
  const { texts } = await panel.evaluate(() => benchWatch);
  const right = texts.find(({ here }) => isRight(here, place));
  if (!right) {
    throw new Error(`${subject.name} opened on the ${place.name} and showed ${JSON.stringify(texts)}`);
  }
  return (await startOfDocument(panel)) + right.at - clicked;
}
