import { type Address, anchorOf } from './address.ts';

/** Up to so many words a quote stands in its link as a whole; of a longer one so many at most from either end. */
const WHOLE = 8;
const ENDS = 5;

// A dash and a comma have a meaning of their own in a text fragment.
const encoded = (text: string) => encodeURIComponent(text).replaceAll('-', '%2D');

/** Where the words of a line begin and end, in languages without spaces, too: a fragment's text has to end where one does. */
function wordsIn(line: string): { from: number; to: number }[] {
  return [...new Intl.Segmenter(undefined, { granularity: 'word' }).segment(line)]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ index, segment }) => ({ from: index, to: index + segment.length }));
}

/**
 * The address of a place on a page with the words that stand there, a line a block, as a text fragment: a browser that knows
 * those scrolls to the words, any other to the heading. Words of several blocks, or many, are named by how they begin and end:
 * one text has to be in one block. @see https://wicg.github.io/scroll-to-text-fragment/
 */
export function quotedAddress(address: Address, words: string): string {
  const lines = words
    .toWellFormed()
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const [first = ''] = lines;
  const last = lines.at(-1) ?? '';
  if (first === '') return address;
  const [atStart, atEnd] = [wordsIn(first), wordsIn(last)];
  let text = encoded(first);
  if (lines.length > 1 || atStart.length > WHOLE) {
    // The end is looked for after the start: of one line they must have no word in common.
    const most = lines.length > 1 ? ENDS : Math.min(ENDS, Math.floor(atStart.length / 2));
    const start = first.slice(0, atStart[most - 1]?.to);
    const end = last.slice(atEnd.at(-most)?.from ?? 0);
    text = `${encoded(start)},${encoded(end)}`;
  }
  return `${address}${anchorOf(address) ? '' : '#'}:~:text=${text}`;
}
