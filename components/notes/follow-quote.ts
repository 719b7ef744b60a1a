import { bringToFront, openLink } from '../../platform/open-link.ts';
import { showQuote } from '../../platform/quotes.ts';
import type { Note } from '../../progress/records.ts';
import { anchorOf, pageOf } from '../../sites/address.ts';
import { addressOf } from '../../sites/index.ts';
import { quotedAddress } from '../../sites/quote.ts';
import type { ShownPage } from '../state/use-shown-page.ts';
import type { LinkPlace } from '../ui/Link.tsx';

/** A note's link that was opened, in a tab that has not shown its page yet. */
export interface Followed {
  note: Note;
  tab: number | undefined;
  /** The tab's load then. */
  load: number;
}

/** Whether the quote of a note is not on the page that `tab` shows; it is shown there where it is. */
async function isLost(tab: number, { quote, address }: Note): Promise<boolean> {
  return quote !== '' && (await showQuote(tab, quote, anchorOf(address))) === false;
}

/**
 * Opens the place that a note's quote is from. Where that page is shown already, nothing has to load.
 * @returns whether the quote is not there any more, or what is to be looked for once its page is shown
 * @throws as `openLink` does
 */
export async function openNote(
  note: Note,
  where: LinkPlace,
  { tab, address }: ShownPage,
): Promise<{ lost: boolean } | { followed: Followed }> {
  const { quote } = note;
  const page = pageOf(addressOf(note.address) ?? note.address);
  const here = where === 'here' && address !== undefined && page === pageOf(address);
  const lost = here && (await isLost(tab.id, note));
  if (here && quote && !lost) {
    await bringToFront(tab.id);
    return { lost };
  }
  // Firefox finds the words for a link that an extension opens, but does not go there, nor to the heading.
  const link = import.meta.env.FIREFOX ? note.address : quotedAddress(note.address, quote);
  const opened = await openLink(link, tab.id, where);
  return here ? { lost } : { followed: { note, tab: opened, load: where === 'here' ? tab.load : 0 } };
}

/** Whether the page that was opened for a note is there now, and lacks its quote; undefined while it is not there. */
export async function lostOn(
  { tab, fresh, news }: ShownPage,
  { note, load, tab: id }: Followed,
): Promise<boolean | undefined> {
  if (tab.id !== id || tab.load <= load || !fresh || !tab.complete || news?.kind !== 'content')
    return undefined;
  return isLost(tab.id, note);
}
