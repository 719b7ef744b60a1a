import { type Address, anchorOf } from './address.ts';

// A dash and a comma have a meaning of their own there.
const encoded = (text: string) => encodeURIComponent(text.toWellFormed()).replaceAll('-', '%2D');

/**
 * `address` with the words that stand there as a text fragment, or with how they begin and `end`: a browser that knows those
 * scrolls to the words, any other to the heading. Without words the same. @see https://wicg.github.io/scroll-to-text-fragment/
 */
export function withText(address: Address, words: string, end?: string): string {
  if (words === '') return address;
  const text = encoded(words) + (end === undefined ? '' : `,${encoded(end)}`);
  return `${address}${anchorOf(address) ? '' : '#'}:~:text=${text}`;
}
