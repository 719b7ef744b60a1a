import type { PageInfo, SelectedText } from '../../platform/page-channel.ts';
import { LONGEST_NOTE } from '../../progress/kinds.ts';
import type { Note } from '../../progress/records.ts';
import { withAnchor } from '../../sites/address.ts';
import { withoutSecrets } from '../../sites/secrets.ts';
import { withoutInvisible } from '../../text/invisible.ts';

/** Shortens `text` to `most` UTF-16 code units, at the end of a word where possible. */
function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const start = text.slice(0, most + 1);
  const end = Math.max(start.lastIndexOf(' '), start.lastIndexOf('\n'));
  // A cut must not leave half of a surrogate pair.
  return start.slice(0, end > most / 2 ? end : most).replace(/[\ud800-\udbff]$/, '');
}

/**
 * Turns the selected text of a page into the quote of a note: one trimmed line per block, shortened to what a note may hold.
 * @returns the quote, '' if nothing visible was selected; and whether it was shortened
 */
export function selectedQuote(selected: string): { quote: string; cut: boolean } {
  const lines = selected
    .split(/[\t\n\v\f\r\u2028\u2029]+/)
    .map((line) => withoutInvisible(line).replace(/\s+/g, ' ').trim());
  const whole = lines.filter(Boolean).join('\n').toWellFormed();
  const quote = shortened(whole, LONGEST_NOTE.quote).trim().toWellFormed();
  return { quote, cut: quote.length < whole.length };
}

/** The address and title of the page (or its heading) that a selection is on: the page that answered, which may not be `page`. */
export function sourceOf(
  { url, heading }: SelectedText,
  page: Pick<PageInfo, 'url' | 'title' | 'headings'> | undefined,
): Pick<Note, 'address' | 'title'> {
  const { origin, pathname } = new URL(url);
  const known = page && new URL(page.url).pathname === pathname ? page : undefined;
  const text = known?.headings.find(({ id }) => id === heading)?.text;
  const title = known?.title || pathname;
  return {
    address: withAnchor(withoutSecrets(origin + pathname), heading).slice(0, LONGEST_NOTE.address),
    title: (text ? `${title} · ${text}` : title).slice(0, LONGEST_NOTE.title).toWellFormed(),
  };
}
