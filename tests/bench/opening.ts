import { until } from '../browsers/poll.ts';
import { startOfDocument } from './clock.ts';
import type { View } from './floors.ts';
import { isRight, type Place } from './places.ts';
import { clickButton, closePanel, openPanel, type Subject } from './subject.ts';

/** Times of an opening from the click, in ms. */
export interface Opening {
  /** Until the panel had painted the section. */
  section: number;
  /** Until it had painted the reader's progress and enabled the checkboxes. */
  progress: number;
  /** How long each of the panel's tasks over 50 ms took. */
  longTasks: number[];
}

/** Returns what the panel shows next to `place` once something can be ticked, for floor C. */
export async function viewAt(subject: Subject, place: Place): Promise<View> {
  await subject.page.goto(place.url, { waitUntil: 'load' });
  const panel = await openPanel(subject);
  await until('something can be ticked', () => panel.evaluate(() => benchWatch.enabled));
  const view = await panel.evaluate(() => {
    const body = document.body.cloneNode(true) as HTMLElement;
    for (const script of body.querySelectorAll('script')) script.remove();
    const rules = [...document.styleSheets].flatMap(({ cssRules }) => [...cssRules]);
    return { markup: body.innerHTML, style: rules.map(({ cssText }) => cssText).join('\n') };
  });
  await closePanel(subject);
  return view;
}

/** Clicks the toolbar button next to `place` and waits for the panel. Rejects if it doesn't show the right section. */
export async function timeOpening(subject: Subject, place: Place): Promise<Opening> {
  await closePanel(subject);
  await subject.page.goto(place.url, { waitUntil: 'load' });
  // Waits until the work of the page and of a content script is done.
  await subject.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
  const { panel, clicked } = await clickButton(subject);
  const enabled = await until('something can be ticked', () => panel.evaluate(() => benchWatch.enabled));
  const { texts, longTasks } = await panel.evaluate(() => benchWatch);
  const right = texts.find(({ here }) => isRight(here, place));
  if (!right) {
    throw new Error(`${subject.name} opened on the ${place.name} and showed ${JSON.stringify(texts)}`);
  }
  const start = (await startOfDocument(panel)) - clicked;
  return { section: start + right.at, progress: start + Number(enabled), longTasks };
}
