import { withoutSpaces } from '../text/fold.ts';
import { contentOf, headingsIn } from './read-page.ts';

/** The most UTF-16 code units of a selection that are read. No saved quote is this long, but a reader may have selected the whole page. */
const LONGEST = 10_000;

/** The selected text of this window with its visible line breaks, the id of the heading above it ('' for none), and the page's URL. */
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

/** The index in `text` of the letter that has the index `count` in `withoutSpaces(text)`. */
function letterAt(text: string, count: number): number {
  let left = count;
  let at = 0;
  // By code points, since `withoutSpaces` would drop half of a surrogate pair.
  for (const letter of text) {
    left -= withoutSpaces(letter).length;
    if (left < 0) break;
    at += letter.length;
  }
  return at;
}

/** A text node, its text, and how many letters without spaces precede it. */
interface Part {
  node: Node;
  text: string;
  from: number;
}

/** The text nodes below `root` whose elements pass `filter`, and all their text without spaces. */
function textsIn(root: Element, filter: (element: Element) => boolean): { parts: Part[]; all: string } {
  const parts: Part[] = [];
  let all = '';
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.nodeValue ?? '';
    if (!text.trim() || !node.parentElement || !filter(node.parentElement)) continue;
    parts.push({ node, text, from: all.length });
    all += withoutSpaces(text);
  }
  return { parts, all };
}

/** Whether the text of an element is visible and selectable. A quote consists of such text. */
const isSeen = (element: Element) =>
  element.checkVisibility() && getComputedStyle(element).userSelect !== 'none';
/** Whether an element can have visible text, even if it is hidden now, for example in a closed `<details>`. */
const isText = (element: Element) => !/^(script|style|noscript|template)$/i.test(element.nodeName);

/** The index at which `wanted` begins in the texts, at the first place below the heading if there is one; -1 if it isn't there. */
function indexIn({ parts, all }: ReturnType<typeof textsIn>, wanted: string, heading: string): number {
  const above = headingsIn(document).find(({ id }) => id === heading);
  const below = (above && parts.find(({ node }) => follows(node, above))?.from) ?? 0;
  const first = all.indexOf(wanted, below);
  return first < 0 ? all.indexOf(wanted) : first;
}
/** Whether `node` begins after `other` does. */
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
 * Selects `quote` in the page's text and scrolls to it, whatever its line breaks are. Opens the `<details>` it is in. Browsers do this
 * for text fragments, but not for every link that an extension opens.
 * @param heading id of a heading: if the page has the quote more than once, the first place below this heading is selected
 * @returns whether the page has the quote
 */
export function showQuote(quote: string, heading: string): boolean {
  const wanted = withoutSpaces(quote);
  if (!wanted) return false;
  for (const root of [contentOf(document), document.body]) {
    for (const filter of [isSeen, isText]) {
      const texts = root && textsIn(root, filter);
      const first = texts ? indexIn(texts, wanted, heading) : -1;
      if (!texts || first < 0) continue;
      select(texts, first, wanted.length);
      return true;
    }
  }
  return false;
}
