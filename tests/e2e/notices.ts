import type { Panel } from '../browsers/reader.ts';
import { patternOf } from '../texts.ts';

/**
 * The panel's notices: the texts of the live regions outside all regions and dialogs, except the one that announces the section.
 */
export async function noticesIn(panel: Pick<Panel, 'evaluate'>): Promise<string> {
  const told = await panel.evaluate(() =>
    [...document.querySelectorAll('[role=status]:not(section *, dialog *)')].map(
      ({ textContent }) => textContent ?? '',
    ),
  );
  return told.filter((text) => !patternOf('here.announced').test(text)).join('');
}

/** Waits until a notice with this text is shown. */
export const untilNoticed = (panel: Pick<Panel, 'waitFor'>, text: string): Promise<unknown> =>
  panel.waitFor(
    (expected) =>
      [...document.querySelectorAll('[role=status]:not(section *, dialog *)')].some(({ textContent }) =>
        textContent?.includes(expected),
      ),
    text,
  );
