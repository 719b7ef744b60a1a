import { decoded } from './address.ts';
import { contentOf, headingsIn } from './read-page.ts';
import { EYE_LEVEL, headingBeingRead, lastAbove } from './reading.ts';

/** The shortest time between two checks, in milliseconds. */
const INTERVAL = 100;

/** Enough words to tell one paragraph from the others on its page. */
const WORDS = 8;

/** How far a heading may be from where a scroll leads to, in CSS pixels: browsers round. */
const ROUNDING = 2;

/** The index of the heading to which the page was scrolled, exactly to its place at the top of the window; -1 if to none. */
function headingAtTop(headings: readonly Element[], topOf: (heading: number) => number): number {
  const first = lastAbove(headings.length, topOf, -ROUNDING) + 1;
  const heading = headings[first];
  if (!heading) return -1;
  const margin = Number.parseFloat(getComputedStyle(heading).scrollMarginTop) || 0;
  const padding = Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
  return Math.abs(topOf(first) - margin - padding) < ROUNDING ? first : -1;
}

/**
 * The id of the heading being read in this window; '' above the first. It may force a layout.
 * @param isScrolling the page is on its way: a heading at the top of the window is just passing
 */
export function idBeingRead(isScrolling = false): string {
  const headings = headingsIn(document);
  const root = document.documentElement;
  const scrolled = window.scrollY;
  const view = { height: innerHeight, scrolled, rest: root.scrollHeight - innerHeight - scrolled };
  const topOf = (heading: number) => headings[heading]?.getBoundingClientRect().top ?? 0;
  const named = decoded(location.hash.slice(1));
  const atTop = isScrolling ? -1 : headingAtTop(headings, topOf);
  const anchor = atTop < 0 ? headings.findIndex(({ id }) => id === named) : atTop;
  return headings[headingBeingRead(headings.length, topOf, view, anchor)]?.id ?? '';
}

/** The latest excerpt, since the reader is usually still in the same paragraph. */
let latest: { paragraph: Element; words: string } | undefined;

const oneLine = (element: Element) => (element.textContent ?? '').trim().replace(/\s+/g, ' ');

/** The first words of `paragraph`; '' if `content` has them more than once, since they would then not identify the place. */
function wordsOf(paragraph: Element, content: Element): string {
  const words = oneLine(paragraph).split(' ').slice(0, WORDS).join(' ').slice(0, 200);
  return words && oneLine(content).split(words).length === 2 ? words : '';
}

/**
 * The first words of the paragraph at or just below the reader's eye level, as one line; '' if there is none or if they don't
 * identify the place.
 */
export function excerptBeingRead(): string {
  const content = contentOf(document);
  const { left = 0, width = 0 } = content?.getBoundingClientRect() ?? {};
  // The eye level may be in the gap between two paragraphs: the next one begins a little further down.
  for (let y = innerHeight * EYE_LEVEL; content && y < innerHeight; y += 20) {
    const at = document.elementFromPoint(left + width / 2, y);
    const paragraph = at?.closest('p,li,td,dd,pre,h2,h3,h4,h5,h6');
    if (!paragraph || !content.contains(paragraph)) continue;
    if (latest?.paragraph !== paragraph) latest = { paragraph, words: wordsOf(paragraph, content) };
    return latest.words;
  }
  return '';
}

/**
 * Reports the heading being read whenever it changes. Checks after the page was scrolled or resized and after its anchor changed,
 * at most ten times a second.
 * @param known the id that the caller already knows, '' above the first heading
 * @param onHeading called with the id of the heading being read if it isn't `known`, and after each change
 * @param signal stops it and removes every listener, timer and observer
 */
export function followReading(known: string, onHeading: (id: string) => void, signal: AbortSignal): void {
  let last = known;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let frame: ResizeObserver | undefined;
  let isScrolling = false;
  const look = () => {
    frame?.disconnect();
    timer = undefined;
    const id = idBeingRead(isScrolling);
    if (id === last) return;
    last = id;
    onHeading(id);
  };
  // The browser calls a new observer once in its next frame, after layout. A check at any other time could force a page that has
  // just changed to do its layout once more.
  const inFrame = () => {
    frame = new ResizeObserver(look);
    frame.observe(document.documentElement);
  };
  const soon = () => {
    timer ??= setTimeout(inFrame, INTERVAL);
  };
  const onScroll = ({ type }: Event) => {
    isScrolling = type === 'scroll';
    soon();
  };
  for (const type of ['resize', 'hashchange']) addEventListener(type, soon, { signal });
  for (const type of ['scroll', 'scrollend']) addEventListener(type, onScroll, { passive: true, signal });
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    frame?.disconnect();
  });
  soon();
}
