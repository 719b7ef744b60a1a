import type { Seen } from '../browsers/look.ts';
import type { Panel } from '../browsers/reader.ts';
import { fixedPartOf, patternOf, t } from '../texts.ts';
import {
  button,
  click,
  containing,
  dialog,
  named,
  nth,
  region,
  type Target,
  untilGone,
  untilSeen,
  within,
} from './by-role.ts';

/** What many tests do in the panel or wait for. */

const OBJECTIVES = region('objectives.all');

/** The bar above the footer with what the reader has just done, while it can be undone. */
const UNDO_BAR = containing(named('status'), button('dismiss'));

/** A checkbox of the objectives, in the course's order. */
export const BOXES = within(OBJECTIVES, named('checkbox'));

/** Opens the fold of the panel with this title, if it is closed. */
export async function openFold(panel: Pick<Panel, 'evaluate' | 'click'>, key: string): Promise<void> {
  const summary = nth(within(region(key), named('button')), 0);
  const { expanded } = await untilSeen(panel, summary);
  if (!expanded) await click(panel, summary);
}

/** Opens all objectives, and waits until progress has been read and they can be ticked. */
export async function untilWritable(panel: Pick<Panel, 'evaluate' | 'click'>): Promise<Seen> {
  await openFold(panel, 'objectives.all');
  return untilSeen(panel, BOXES, ({ disabled }) => !disabled);
}

/** Waits until the panel shows the course with this title. */
export const untilCourse = (panel: Panel, title: string): Promise<Seen> =>
  untilSeen(panel, within(named('banner'), named('button', title)));

/** The checkbox of an objective: the nth, counted from 0, or the one with this text. */
export const boxOf = (objective: number | string): Target =>
  typeof objective === 'number' ? nth(BOXES, objective) : within(OBJECTIVES, named('checkbox', objective));

/** Ticks or unticks an objective, and waits until the panel shows it. */
export async function tick(
  panel: Pick<Panel, 'evaluate' | 'click'>,
  objective: number | string,
  ticked = true,
): Promise<void> {
  await untilWritable(panel);
  const box = boxOf(objective);
  const { checked } = await untilSeen(panel, box, ({ disabled }) => !disabled);
  if (checked !== ticked) await click(panel, box);
  await untilSeen(panel, box, (now) => now.checked === ticked);
}

/** The button for what comes next, if that is this resource. */
export const nextLink = (title: string): Target =>
  named('link', new RegExp(`^(${fixedPartOf('next.resource')}|${fixedPartOf('next.unread')}).*${title}$`));

/** The link of the footer that continues where the reader left off, to any place. */
export const CONTINUE = named('link', patternOf('next.continue'));

/** Unfolds why the panel shows this section, next to the resource being read, and waits until it says this. */
export async function untilReason(panel: Pick<Panel, 'evaluate' | 'click'>, key: string): Promise<void> {
  const why = within(region('resources.title'), button('here.why'));
  const { expanded } = await untilSeen(panel, why);
  if (!expanded) await click(panel, why);
  await untilSeen(panel, region('resources.title'), ({ text }) => text.includes(t(key)));
}

/** Waits until the bar above the footer says this of what the reader has just done, and offers to undo it. */
export const untilDone = (panel: Pick<Panel, 'evaluate'>, key: string): Promise<Seen> =>
  untilSeen(panel, UNDO_BAR, ({ text }) => text.includes(t(key)));

/** Opens a view from the menu, by the key of its name there. */
export async function openView(panel: Pick<Panel, 'evaluate' | 'click'>, key: string): Promise<void> {
  await click(panel, within(named('banner'), button('header.menu')));
  await click(panel, button(key));
}

/** Opens all folds of the view that covers the panel. */
export const openFolds = (panel: Pick<Panel, 'evaluate'>): Promise<void> =>
  panel.evaluate(() => {
    for (const each of document.querySelectorAll<HTMLDetailsElement>('dialog .fold > details'))
      each.open = true;
  });

/** Opens the settings with all their folds, and waits until they can be used. */
export async function openSettings(panel: Panel): Promise<void> {
  await openView(panel, 'settings.title');
  await untilSeen(panel, within(dialog('settings.title'), region('history.title')));
  await openFolds(panel);
}

/** Closes the view that covers the panel with its Close button and the mouse. */
export async function closeSheet(panel: Panel): Promise<void> {
  await click(panel, within(named('dialog'), button('back')));
  await untilGone(panel, named('dialog'));
}

/** Types a text, key by key, into the focused element. */
export async function type(panel: Panel, text: string): Promise<void> {
  for (const letter of text) await panel.press(letter);
}
