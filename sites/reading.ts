/** The assumed height of the reader's eyes, from the window's top (0) to its bottom (1): below sticky headers. */
export const EYE_LEVEL = 0.3;

/** A window's height, how far it is scrolled down, and how far it can still be scrolled, in CSS pixels. */
export interface Viewport {
  height: number;
  scrolled: number;
  rest: number;
}

/** The index of the last of `count` headings above `level`, in CSS pixels from the window's top; -1 if there is none. */
export function lastAbove(count: number, topOf: (heading: number) => number, level: number): number {
  let [above, below] = [-1, count];
  while (below - above > 1) {
    const middle = (above + below) >> 1;
    if (topOf(middle) < level) above = middle;
    else below = middle;
  }
  return above;
}

/**
 * Finds the heading being read: the last one above the eye level. Near the end of the page, where headings can no longer be scrolled
 * up to it, the eye level moves down to the bottom of the window.
 * @param count how many headings the page has
 * @param topOf returns the distance of a heading from the window's top in CSS pixels, by its index; called for few of them
 * @param anchor the index of the heading in the page's address, or of the one to which the page was scrolled, or -1. If it is visible
 *   above the eye level, the reader went there, and it counts even if other headings follow it closely
 * @returns the heading's index, or -1 above the first
 */
export function headingBeingRead(
  count: number,
  topOf: (heading: number) => number,
  { height, scrolled, rest }: Viewport,
  anchor: number,
): number {
  // Over the last window height of scrolling, the eye level moves to the bottom. On a page that can't be scrolled it stays.
  const distance = Math.min(height, scrolled + rest);
  const left = distance > 0 ? Math.min(1, rest / distance) : 1;
  const eye = height * (1 - left * (1 - EYE_LEVEL));
  if (anchor >= 0) {
    const top = topOf(anchor);
    if (top > -1 && top < eye) return anchor;
  }
  return lastAbove(count, topOf, eye);
}
