import { type Address, anchorOf } from './address.ts';

/**
 * The address of a place on a page with the words that stand there as a text fragment: a browser that knows those scrolls to
 * the words, any other to the heading. @see https://wicg.github.io/scroll-to-text-fragment/
 */
export function quotedAddress(address: Address, words: string): string {
  if (words === '') return address;
  // A dash and a comma have a meaning of their own in a text fragment.
  const text = encodeURIComponent(words.toWellFormed()).replaceAll('-', '%2D');
  return `${address}${anchorOf(address) ? '' : '#'}:~:text=${text}`;
}
