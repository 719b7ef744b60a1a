import { batch, computed, effect, signal, untracked } from '@preact/signals';
import { onPage, sendToPage } from '../../platform/page-channel.ts';
import { inTab } from '../../platform/shown-tab.ts';
import { type Address, pageOf } from '../../sites/address.ts';
import { addressOf } from '../../sites/index.ts';
import { documentOf, type PageReport, shownPageOf } from './shown-page.ts';
import { address, tab } from './tab.ts';

/** How long a document that goes on changing is left alone before it is asked again, in milliseconds. */
const PAUSE = 250;

/** The latest report of a document in the shown tab. */
const report = signal<PageReport>();
/** The load of the shown tab in which its page did not answer. */
const silentLoad = signal<number>();
const stubs = new Set<Address>();

/**
 * The page that this panel's window shows; undefined before the browser's first answer. Its address comes from the browser, at
 * once. What only the document can tell comes later, from the content script.
 */
export const page = computed(() =>
  shownPageOf(tab.value, address.value, report.value, silentLoad.value, stubs),
);

/** The document that is shown, in this load of its tab; undefined if it is no page of a handbook. */
const loaded = computed(() => {
  const shown = tab.value && documentOf(tab.value.id, address.value);
  return shown && `${tab.value?.load} ${shown}`;
});
/** What a page is asked about once: the loaded document, whether it is complete, and how often it has changed since. */
const question = computed(
  () => loaded.value && `${loaded.value} ${tab.value?.complete} ${tab.value?.revision}`,
);
const tabId = computed(() => tab.value?.id);

/** Begins to hear what the shown tab's pages say of themselves, and asks those that do not say it. To be called once. */
export function followPage(): void {
  /** How often the shown tab's page has reported. */
  let heard = 0;
  let askedRevision: number | undefined;

  onPage((from, url, info) => {
    const { id, load = 0 } = tab.peek() ?? {};
    if (from !== id) return false;
    if (info) {
      heard += 1;
      if (info.kind === 'moved') stubs.add(pageOf(addressOf(url) ?? ''));
      report.value = { of: documentOf(from, addressOf(url)), load, info };
    }
    return true;
  });

  // A document that loads reports by itself. One that was there before this panel is asked, and so is one that changes its
  // address or title while it stays.
  const ask = () => {
    const { tab: shown, fresh } = page.peek() ?? {};
    if (!shown || (fresh && askedRevision === shown.revision)) return undefined;
    const asked = loaded.peek();
    const begin = async () => {
      askedRevision = shown.revision;
      const before = heard;
      if ((await sendToPage(shown.id, 'reportPage')) || !shown.complete) return;
      // The answer took so long that another page is shown, or that the page has reported by itself.
      if (loaded.peek() !== asked || heard !== before) return;
      batch(() => {
        report.value = undefined;
        silentLoad.value = shown.load;
      });
    };
    const timer = setTimeout(begin, fresh ? PAUSE : 0);
    return () => clearTimeout(timer);
  };
  effect(() => (question.value === undefined ? undefined : untracked(ask)));

  effect(() => {
    const id = tabId.value;
    return () => {
      if (id !== undefined) void sendToPage(id, 'leavePage');
    };
  });
  // `visibilitychange` is the last event that a closed panel gets and in which it can still send something. A panel in a tab is
  // hidden while the page is read.
  document.addEventListener('visibilitychange', () => {
    const id = tabId.peek();
    if (id !== undefined) void sendToPage(id, document.hidden && !inTab ? 'leavePage' : 'reportPage');
  });
}
