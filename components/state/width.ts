import { signal } from '@preact/signals';

/** The width of the panel's content and the height of its window, in CSS pixels. Content in a tab is at most this wide. */
const WIDEST = 480;
const widthNow = () => Math.min(innerWidth, WIDEST);

export const width = signal(widthNow());
export const height = signal(innerHeight);

addEventListener('resize', () => {
  width.value = widthNow();
  height.value = innerHeight;
});
