import { decoded } from './address.ts';
import { contentOf, headingsIn } from './read-page.ts';
import { EYE, headingBeingRead } from './reading.ts';

/** How long a scrolling reader is left alone between two looks, in milliseconds. */
const PAUSE = 100;

/** As many words as tell a paragraph from the others of its page. */
const WORDS = 8;

/** The id of the heading being read in this window, '' above the first. It looks at the page's layout. */
export function idBeingRead(): string {
  const headings = headingsIn(document);
  const root = document.documentElement;
  const scrolled = window.scrollY;
  const view = { height: innerHeight, scrolled, rest: root.scrollHeight - innerHeight - scrolled };
  const named = decoded(location.hash.slice(1));
  const anchor = headings.findIndex(({ id }) => id === named);
  const topOf = (heading: number) => headings[heading]?.getBoundingClientRect().top ?? 0;
  return headings[headingBeingRead(headings.length, topOf, view, anchor)]?.id ?? '';
}

let quoted: { paragraph: Element; words: string } | undefined;

const oneLine = (element: Element) => (element.textContent ?? '').trim().replace(/\s+/g, ' ');

/** The first words of `paragraph`; '' where they stand in `content` more than once, and would lead elsewhere. */
function wordsOf(paragraph: Element, content: Element): string {
  const words = oneLine(paragraph).split(' ').slice(0, WORDS).join(' ').slice(0, 200);
  return words && oneLine(content).split(words).length === 2 ? words : '';
}

/** The first words of the paragraph at the eye of the reader, or just below it, as one line; '' where none tells the place. */
export function excerptBeingRead(): string {
  const content = contentOf(document);
  const { left = 0, width = 0 } = content?.getBoundingClientRect() ?? {};
  // Between two paragraphs there is none: the next begins a little further down.
  for (let y = innerHeight * EYE; content && y < innerHeight; y += 20) {
    const at = document.elementFromPoint(left + width / 2, y);
    const paragraph = at?.closest('p,li,td,dd,pre,h2,h3,h4,h5,h6');
    if (!paragraph || !content.contains(paragraph)) continue;
    if (quoted?.paragraph !== paragraph) quoted = { paragraph, words: wordsOf(paragraph, content) };
    return quoted.words;
  }
  return '';
}

/**
 * Follows the reader down the page: calls `onHeading` with the id of the heading being read when it is no longer
 * `known`, and then whenever it is another one. It looks at the page when that is scrolled or sized, or its
 * anchor changes, ten times a second at the most, and leaves nothing behind when `signal` ends it.
 */
export function followReading(known: string, onHeading: (id: string) => void, signal: AbortSignal): void {
  let last = known;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let frame: ResizeObserver | undefined;
  const look = () => {
    frame?.disconnect();
    timer = undefined;
    const id = idBeingRead();
    if (id === last) return;
    last = id;
    onHeading(id);
  };
  // The browser calls a new observer once in its next frame, when the page's layout is done: looking from anywhere
  // else would make a page that has just changed do its layout once more.
  const inFrame = () => {
    frame = new ResizeObserver(look);
    frame.observe(document.documentElement);
  };
  const soon = () => {
    timer ??= setTimeout(inFrame, PAUSE);
  };
  for (const type of ['scroll', 'resize', 'hashchange'])
    addEventListener(type, soon, { passive: true, signal });
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    frame?.disconnect();
  });
  soon();
}
