import { HEADINGS } from './follow-reading.ts';

/** Longer than any quote that is kept: a reader may have selected the whole page. */
const LONGEST = 10_000;

/** What is selected in this window, its lines as they are seen, and the id of the heading above it; '' for none. */
export function selectionHere(): { quote: string; heading: string } {
  const selection = getSelection();
  const quote = String(selection ?? '').slice(0, LONGEST);
  if (!selection?.rangeCount || !quote) return { quote: '', heading: '' };
  const start = selection.getRangeAt(0).cloneRange();
  start.collapse(true);
  const above = [...document.querySelectorAll(HEADINGS)].findLast(
    (heading) => start.comparePoint(heading, 0) <= 0,
  );
  return { quote, heading: above?.id ?? '' };
}

/** Without what has no width of its own, or another one in another line. */
const dense = (text: string) => text.replace(/[\s\p{C}]+/gu, '');

/** Where in `text` its `count`-th letter is that `dense` leaves. */
function letterAt(text: string, count: number): number {
  let left = count;
  let at = 0;
  // Letter by letter: half of a pair is none that `dense` leaves.
  for (const letter of text) {
    left -= dense(letter).length;
    if (left < 0) break;
    at += letter.length;
  }
  return at;
}

/**
 * Selects `quote` in the page's text and scrolls to it, wherever its lines break now. Answers whether it is there. A
 * browser does it by itself for a text fragment, but not for every link that an extension opens.
 */
export function showQuote(quote: string): boolean {
  const content = document.querySelector('.td-content');
  const wanted = dense(quote);
  if (!content || !wanted) return false;
  const parts: { node: Node; text: string; from: number }[] = [];
  let all = '';
  const walker = document.createTreeWalker(content, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.nodeValue ?? '';
    parts.push({ node, text, from: all.length });
    all += dense(text);
  }
  const first = all.indexOf(wanted);
  if (first < 0) return false;
  const placeOf = (letter: number): [Node, number] => {
    const { node, text, from } = parts.findLast(
      (part) => part.from <= letter && dense(part.text),
    ) as (typeof parts)[0];
    return [node, letterAt(text, letter - from)];
  };
  const [start, at] = placeOf(first);
  const [end, last] = placeOf(first + wanted.length - 1);
  getSelection()?.setBaseAndExtent(
    start,
    at,
    end,
    (end.nodeValue?.codePointAt(last) ?? 0) > 0xffff ? last + 2 : last + 1,
  );
  start.parentElement?.scrollIntoView({ block: 'center' });
  return true;
}
