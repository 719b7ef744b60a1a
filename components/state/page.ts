import { batch, computed, effect, signal, untracked } from '@preact/signals';
import { onPage, sendToPage } from '../../platform/page-channel.ts';
import { inTab } from '../../platform/shown-tab.ts';
import { type Address, pageOf } from '../../sites/address.ts';
import { addressOf } from '../../sites/index.ts';
import { documentOf, type PageReport, type ShownPage, shownPageOf } from './shown-page.ts';
import { address, tab } from './tab.ts';

/** How long to wait before asking a changing document again, in milliseconds. */
const PAUSE = 250;

/** The latest report from a document in the shown tab. */
const report = signal<PageReport>();
/** The number of the shown tab's load in which its page didn't answer. */
const silentLoad = signal<number>();
const stubs = new Set<Address>();

/**
 * Gives a translation the ids of the original's headings (`inOriginalIds` in `original-headings.ts`, which loads after the first
 * picture).
 */
export const toOriginal = signal((shown: ShownPage | undefined) => shown);

/**
 * The page that this panel's window shows; undefined before the browser's first answer. The browser tells its address at once;
 * everything else comes later, from the content script.
 */
export const page = computed(() =>
  toOriginal.value(shownPageOf(tab.value, address.value, report.value, silentLoad.value, stubs)),
);

/** Identifies the shown document and the load of its tab; undefined if it isn't a handbook page. */
const loaded = computed(() => {
  const shown = tab.value && documentOf(tab.value.id, address.value);
  return shown && `${tab.value?.load} ${shown}`;
});
/** The page is asked again whenever this changes: with another document, once that is complete, and with each later revision. */
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

  // A document that loads reports by itself. A document that loaded before this panel opened has to be asked, and so does one
  // whose address or title changes without a load.
  const ask = () => {
    const { tab: shown, fresh } = page.peek() ?? {};
    if (!shown || (fresh && askedRevision === shown.revision)) return undefined;
    const asked = loaded.peek();
    const begin = async () => {
      askedRevision = shown.revision;
      const before = heard;
      if ((await sendToPage(shown.id, 'reportPage')) || !shown.complete) return;
      // While this waited, the tab may have navigated, or the page may have reported by itself.
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
  // `visibilitychange` is the last event in which a panel that is being closed can still send a message. A panel in a tab is hidden
  // while the reader looks at the page, so it ignores the event.
  document.addEventListener('visibilitychange', () => {
    const id = tabId.peek();
    if (id !== undefined) void sendToPage(id, document.hidden && !inTab ? 'leavePage' : 'reportPage');
  });
}
