import type { Panel } from '../browsers/reader.ts';
import { t } from '../texts.ts';

/** The place of the card for what needs the reader's attention. */
const CARD = `section[aria-label="${t('here.title')}"] > [role=status]`;

/** The text of the panel's card, without its buttons; empty if there is none. */
export const noticesIn = (panel: Pick<Panel, 'evaluate'>): Promise<string> =>
  panel.evaluate((selector) => {
    const card = document.querySelector(selector)?.cloneNode(true) as Element | undefined;
    for (const button of card?.querySelectorAll('button') ?? []) button.remove();
    return card?.textContent ?? '';
  }, CARD);

/** Waits until a card with this text is shown. */
export const untilNoticed = (panel: Pick<Panel, 'waitFor'>, text: string): Promise<unknown> =>
  panel.waitFor(
    (selector, expected) => document.querySelector(selector)?.textContent?.includes(expected),
    CARD,
    text,
  );
