import { decoded } from './address.ts';
import { headingBeingRead } from './reading.ts';

const HEADINGS = '.td-content :is(h2,h3,h4,h5,h6)[id]';

/** How long a scrolling reader is left alone between two looks, in milliseconds. */
const PAUSE = 100;

/** The id of the heading being read in this window, '' above the first. It looks at the page's layout. */
export function idBeingRead(): string {
  const headings = [...document.querySelectorAll(HEADINGS)];
  const root = document.documentElement;
  const scrolled = window.scrollY;
  const view = { height: innerHeight, scrolled, rest: root.scrollHeight - innerHeight - scrolled };
  const named = decoded(location.hash.slice(1));
  const anchor = headings.findIndex(({ id }) => id === named);
  const topOf = (heading: number) => headings[heading]?.getBoundingClientRect().top ?? 0;
  return headings[headingBeingRead(headings.length, topOf, view, anchor)]?.id ?? '';
}

/**
 * Follows the reader down the page: calls `onHeading` with the id of the heading being read when it is no longer
 * `known`, and then whenever it is another one. It looks at the page when that is scrolled or sized, or its
 * anchor changes, ten times a second at the most, and leaves nothing behind when `signal` ends it.
 */
export function followReading(known: string, onHeading: (id: string) => void, signal: AbortSignal): void {
  let last = known;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    timer = undefined;
    const id = idBeingRead();
    if (id === last) return;
    last = id;
    onHeading(id);
  };
  // After a pause, so that the page has done its layout by itself when it is looked at.
  const soon = () => {
    timer ??= setTimeout(look, PAUSE);
  };
  for (const type of ['scroll', 'resize', 'hashchange'])
    addEventListener(type, soon, { passive: true, signal });
  signal.addEventListener('abort', () => clearTimeout(timer));
  soon();
}
