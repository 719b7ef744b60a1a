/** Where in the window the eye is taken to be: a third of the way down, clear of sticky headers. */
export const EYE = 0.3;

/** What a window shows of a document, in CSS pixels: how far it is scrolled down, and how far it still can be. */
export interface Viewport {
  height: number;
  scrolled: number;
  rest: number;
}

/**
 * Which of a page's headings is being read: the last one above the eye. Towards the end of the page, where
 * headings cannot come up any more, the eye goes down the window, to its foot at the very end.
 * @param count the number of headings, in the page's order
 * @param topOf the distance of a heading from the window's top, in CSS pixels; asked for few of them
 * @param anchor the number of the heading that the address names, or -1: near the eye, or where the page ends, it
 *   is the one the reader went to, however short its text
 * @returns the number of the heading, or -1 above the first
 */
export function headingBeingRead(
  count: number,
  topOf: (heading: number) => number,
  { height, scrolled, rest }: Viewport,
  anchor: number,
): number {
  // On the last window's length of its way down the eye goes to the foot; where there is no way, it stays.
  const way = Math.min(height, scrolled + rest);
  const left = way > 0 ? Math.min(1, rest / way) : 1;
  const eye = height * (1 - left * (1 - EYE));
  if (anchor >= 0) {
    const top = topOf(anchor);
    if (top > -1 && top < eye) return anchor;
  }
  let [above, below] = [-1, count];
  while (below - above > 1) {
    const middle = (above + below) >> 1;
    if (topOf(middle) < eye) above = middle;
    else below = middle;
  }
  return above;
}
