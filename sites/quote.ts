import type { Address } from './address.ts';
import { withText } from './text-fragment.ts';

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
  if (lines.length < 2 && atStart.length <= WHOLE) return withText(address, first);
  // The end is looked for after the start: of one line they must have no word in common.
  const most = lines.length > 1 ? ENDS : Math.min(ENDS, Math.floor(atStart.length / 2));
  return withText(address, first.slice(0, atStart[most - 1]?.to), last.slice(atEnd.at(-most)?.from ?? 0));
}
