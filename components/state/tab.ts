import { computed, signal } from '@preact/signals';
import { hasAnyAccess, onAccessChange } from '../../platform/access.ts';
import { followShownTab, type ShownTab } from '../../platform/shown-tab.ts';
import { addressOf } from '../../sites/index.ts';
import { sitePatterns } from '../../sites/patterns.ts';
import { liveSignal } from './signals.ts';

/** The tab that this panel's window shows; undefined before the browser's first answer. */
export const tab = signal<ShownTab>();

/** The number of changes to the list of handbooks: after a change, the same URL may have another address. */
const handbooks = signal(0);

/** The canonical address of the shown tab; undefined if it isn't a handbook page that the extension has access to. */
export const address = computed(() => {
  const [url] = [tab.value?.url, handbooks.value];
  return url === undefined ? undefined : addressOf(url);
});

const access = liveSignal(
  () => '',
  () => ({ read: () => hasAnyAccess(sitePatterns), when: onAccessChange }),
);

/** Whether the extension has access to a handbook; true until the browser says otherwise. */
export const hasAccess = computed(() => access.answer.value.found ?? true);

/** Computes the shown tab's address again. Call it after handbooks were added or removed. */
export function handbooksChanged(): void {
  handbooks.value += 1;
}

/** Starts to follow the shown tab. Call it once, after the browser's API has loaded. */
export function followTab(): void {
  followShownTab((shown) => {
    tab.value = shown;
  }, addressOf);
  access.start();
}
