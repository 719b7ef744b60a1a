import { type Address, anchorOf } from './address.ts';

// Dashes and commas are part of the fragment's syntax. `encodeURIComponent` leaves dashes alone.
const encoded = (text: string) => encodeURIComponent(text.toWellFormed()).replaceAll('-', '%2D');

/**
 * Adds a text fragment to `address`: browsers that support those scroll to the text, others to the heading.
 * @param words the whole text, or its beginning if `end` is given; '' adds nothing
 * @param end the end of the text
 * @see https://wicg.github.io/scroll-to-text-fragment/
 */
export function withTextFragment(address: Address, words: string, end?: string): string {
  if (words === '') return address;
  const text = encoded(words) + (end === undefined ? '' : `,${encoded(end)}`);
  return `${address}${anchorOf(address) ? '' : '#'}:~:text=${text}`;
}

/** The most words of a quote that is put into a link as a whole. */
const WHOLE = 8;
/** The most words from each end of a longer quote. */
const ENDS = 5;

/** The indices at which the words of a line begin and end, also in languages without spaces. A text fragment only matches whole words. */
function wordsIn(line: string): { from: number; to: number }[] {
  return [...new Intl.Segmenter(undefined, { granularity: 'word' }).segment(line)]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ index, segment }) => ({ from: index, to: index + segment.length }));
}

/**
 * The address of a quote, as `address` with a text fragment. A long quote, or one of several blocks, is given by its beginning and
 * end, since the text of a fragment can't span blocks.
 * @param quote each line is a block of the page
 */
export function quotedAddress(address: Address, quote: string): string {
  const lines = quote
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const [first = ''] = lines;
  const last = lines.at(-1) ?? '';
  const [atStart, atEnd] = [wordsIn(first), wordsIn(last)];
  if (lines.length < 2 && atStart.length <= WHOLE) return withTextFragment(address, first);
  // Browsers search the end after the start, so in one line the two must not overlap.
  const most = lines.length > 1 ? ENDS : Math.min(ENDS, Math.floor(atStart.length / 2));
  return withTextFragment(
    address,
    first.slice(0, atStart[most - 1]?.to),
    last.slice(atEnd.at(-most)?.from ?? 0),
  );
}
