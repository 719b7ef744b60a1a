import type { Seen } from '../browsers/look.ts';
import type { Panel } from '../browsers/reader.ts';
import {
  button,
  click,
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

/** A checkbox of the objectives. */
export const BOXES = within(region('objectives.title'), named('checkbox'));

/** Waits until progress has been read and objectives can be ticked. */
export const untilWritable = (panel: Panel): Promise<Seen> =>
  untilSeen(panel, BOXES, ({ disabled }) => !disabled);

/** Waits until the panel shows the course with this title. */
export const untilCourse = (panel: Panel, title: string): Promise<Seen> =>
  untilSeen(panel, within(named('banner'), named('heading')), ({ name }) => name === title);

/** The checkbox of an objective: the nth, counted from 0, or the one with this text. */
export const boxOf = (objective: number | string): Target =>
  typeof objective === 'number'
    ? nth(BOXES, objective)
    : within(region('objectives.title'), named('checkbox', objective));

/** Ticks or unticks an objective, and waits until the panel shows it. */
export async function tick(
  panel: Pick<Panel, 'evaluate' | 'click'>,
  objective: number | string,
  ticked = true,
): Promise<void> {
  const box = boxOf(objective);
  const { checked } = await untilSeen(panel, box, ({ disabled }) => !disabled);
  if (checked !== ticked) await click(panel, box);
  await untilSeen(panel, box, (now) => now.checked === ticked);
}

/** Opens the settings, and waits until they can be used. */
export async function openSettings(panel: Panel): Promise<void> {
  await click(panel, within(named('banner'), button('settings.title')));
  await untilSeen(panel, within(dialog('settings.title'), region('history.title')));
}

/** Closes the view that covers the panel with its Close button and the mouse. */
export async function closeSheet(panel: Panel): Promise<void> {
  await click(panel, within(named('dialog'), button('close')));
  await untilGone(panel, named('dialog'));
}

/** Types a text, key by key, into the focused element. */
export async function type(panel: Panel, text: string): Promise<void> {
  for (const letter of text) await panel.press(letter);
}
