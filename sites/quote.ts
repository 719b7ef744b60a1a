import { type Address, anchorOf } from './address.ts';

// A dash and a comma have a meaning of their own there.
const encoded = (text: string) => encodeURIComponent(text.toWellFormed()).replaceAll('-', '%2D');

/**
 * `address` with the words that stand there as a text fragment, or with how they begin and `end`: a browser that knows those
 * scrolls to the words, any other to the heading. Without words the same. @see https://wicg.github.io/scroll-to-text-fragment/
 */
export function withTextFragment(address: Address, words: string, end?: string): string {
  if (words === '') return address;
  const text = encoded(words) + (end === undefined ? '' : `,${encoded(end)}`);
  return `${address}${anchorOf(address) ? '' : '#'}:~:text=${text}`;
}

/** Up to so many words a quote stands in its link as a whole; of a longer one so many at most from either end. */
const WHOLE = 8;
const ENDS = 5;

/** Where the words of a line begin and end, in languages without spaces, too: a fragment's text has to end where one does. */
function wordsIn(line: string): { from: number; to: number }[] {
  return [...new Intl.Segmenter(undefined, { granularity: 'word' }).segment(line)]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ index, segment }) => ({ from: index, to: index + segment.length }));
}

/**
 * The address of a place on a page with what is quoted from there, a line a block, as a text fragment. A quote of several blocks,
 * or of many words, is named by how it begins and ends: one text has to be in one block.
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
  // The end is looked for after the start: of one line they must have no word in common.
  const most = lines.length > 1 ? ENDS : Math.min(ENDS, Math.floor(atStart.length / 2));
  return withTextFragment(
    address,
    first.slice(0, atStart[most - 1]?.to),
    last.slice(atEnd.at(-most)?.from ?? 0),
  );
}
