import type { Panel } from '../browsers/reader.ts';
import { t } from '../texts.ts';

/**
 * The card that tells what needs the reader's attention: the live region with it comes first in the region of the page. There is one
 * card at a time, the most important first.
 */
const place = () => [`section[aria-label="${t('here.title')}"] > [role=status]`] as const;

/** Returns the text of the card, with its buttons; '' if nothing needs attention. */
export const noticesIn = (panel: Pick<Panel, 'evaluate'>): Promise<string> =>
  panel.evaluate((selector) => document.querySelector(selector)?.textContent ?? '', ...place());

/** Waits until a card with this text is shown. */
export const untilNoticed = (panel: Pick<Panel, 'waitFor'>, text: string): Promise<unknown> =>
  panel.waitFor(
    (expected, selector) => document.querySelector(selector)?.textContent?.includes(expected),
    text,
    ...place(),
  );
