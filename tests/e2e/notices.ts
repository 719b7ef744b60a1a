import type { Panel } from '../browsers/reader.ts';
import { patternOf } from '../texts.ts';

/**
 * What the panel tells of itself, above and apart from what it is about: the texts of the live regions that are in no
 * region and no dialog, but for the one that says which section it is.
 */
export async function noticesIn(panel: Pick<Panel, 'evaluate'>): Promise<string> {
  const told = await panel.evaluate(() =>
    [...document.querySelectorAll('[role=status]:not(section *, dialog *)')].map(
      ({ textContent }) => textContent ?? '',
    ),
  );
  return told.filter((text) => !patternOf('here.announced').test(text)).join('');
}

/** Waits until a notice with this text is told. */
export const untilNoticed = (panel: Pick<Panel, 'waitFor'>, text: string): Promise<unknown> =>
  panel.waitFor(
    (expected) =>
      [...document.querySelectorAll('[role=status]:not(section *, dialog *)')].some(({ textContent }) =>
        textContent?.includes(expected),
      ),
    text,
  );
