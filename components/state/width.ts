import { signal } from '@preact/signals';

/** In a tab, the panel's content is at most this wide. In CSS pixels, as all sizes. */
const WIDEST = 480;
/** Without the space for a scroll bar. */
const widthNow = () => Math.min(document.documentElement.offsetWidth, WIDEST);

/** The width of the panel's content, and the height of its window. */
export const width = signal(widthNow());
export const height = signal(innerHeight);

addEventListener('resize', () => {
  width.value = widthNow();
  height.value = innerHeight;
});
