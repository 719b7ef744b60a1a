import { withoutSpaces } from '../text/fold.ts';
import { contentOf, headingsIn } from './read-page.ts';

/** Longer than any quote that is kept: a reader may have selected the whole page. */
const LONGEST = 10_000;

/** What is selected in this window, its lines as they are seen, the id of the heading above it ('' for none), and the page's URL. */
export function selectionHere(): { quote: string; heading: string; url: string } {
  const url = document.URL;
  const selection = getSelection();
  const quote = String(selection ?? '').slice(0, LONGEST);
  if (!selection?.rangeCount || !quote) return { quote: '', heading: '', url };
  const start = selection.getRangeAt(0).cloneRange();
  start.collapse(true);
  const above = headingsIn(document).findLast((heading) => start.comparePoint(heading, 0) <= 0);
  return { quote, heading: above?.id ?? '', url };
}

/** Where in `text` its `count`-th letter is that `withoutSpaces` leaves. */
function letterAt(text: string, count: number): number {
  let left = count;
  let at = 0;
  // Letter by letter: half of a pair is none that `withoutSpaces` leaves.
  for (const letter of text) {
    left -= withoutSpaces(letter).length;
    if (left < 0) break;
    at += letter.length;
  }
  return at;
}

/** A text of the page, and how many letters there are before it. */
interface Part {
  node: Node;
  text: string;
  from: number;
}

/** The texts below `root` whose elements are `taken`, and all their letters. */
function textsIn(root: Element, taken: (element: Element) => boolean): { parts: Part[]; all: string } {
  const parts: Part[] = [];
  let all = '';
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.nodeValue ?? '';
    if (!text.trim() || !node.parentElement || !taken(node.parentElement)) continue;
    parts.push({ node, text, from: all.length });
    all += withoutSpaces(text);
  }
  return { parts, all };
}

/** Whether the text of an element is one that a reader sees and can select: a selection has no other in it. */
const isSeen = (element: Element) =>
  element.checkVisibility() && getComputedStyle(element).userSelect !== 'none';
/** What may be seen once it is unfolded. */
const isText = (element: Element) => !/^(script|style|noscript|template)$/i.test(element.nodeName);

/** Where `wanted` begins in the texts: where it stands more than once, at the first place below the heading, if there is one. */
function beginning({ parts, all }: ReturnType<typeof textsIn>, wanted: string, heading: string): number {
  const above = headingsIn(document).find(({ id }) => id === heading);
  const below = (above && parts.find(({ node }) => follows(node, above))?.from) ?? 0;
  const first = all.indexOf(wanted, below);
  return first < 0 ? all.indexOf(wanted) : first;
}
/** What an element contains follows its beginning. */
const follows = (node: Node, other: Node) =>
  (other.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

function select({ parts }: ReturnType<typeof textsIn>, first: number, count: number): void {
  const placeOf = (letter: number): [Node, number] => {
    const { node, text, from } = parts.findLast(
      (part) => part.from <= letter && withoutSpaces(part.text),
    ) as Part;
    return [node, letterAt(text, letter - from)];
  };
  const [start, at] = placeOf(first);
  const [end, last] = placeOf(first + count - 1);
  for (let { parentElement } = start; parentElement; { parentElement } = parentElement)
    if (parentElement instanceof HTMLDetailsElement) parentElement.open = true;
  const whole = (end.nodeValue?.codePointAt(last) ?? 0) > 0xffff ? 2 : 1;
  getSelection()?.setBaseAndExtent(start, at, end, last + whole);
  start.parentElement?.scrollIntoView({ block: 'center' });
}

/**
 * Selects `quote` in the page's text and scrolls to it, wherever its lines break now: where it stands more than once, below the
 * heading with the id `heading`, if that is there. What is folded away is unfolded. Answers whether it is there. A
 * browser does it by itself for a text fragment, but not for every link that an extension opens.
 */
export function showQuote(quote: string, heading: string): boolean {
  const wanted = withoutSpaces(quote);
  if (!wanted) return false;
  for (const root of [contentOf(document), document.body]) {
    for (const taken of [isSeen, isText]) {
      const texts = root && textsIn(root, taken);
      const first = texts ? beginning(texts, wanted, heading) : -1;
      if (!texts || first < 0) continue;
      select(texts, first, wanted.length);
      return true;
    }
  }
  return false;
}
