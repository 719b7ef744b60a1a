import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import type { MessageToPage, PageChanged, PageOpened } from '../platform/page-channel.ts';
import { decoded } from '../sites/address.ts';
import { excerptBeingRead, followReading, idBeingRead } from '../sites/follow-reading.ts';
import { sitePatterns } from '../sites/patterns.ts';
import { readPage } from '../sites/read-page.ts';

/** Set while a panel shows this page. */
let following: AbortController | undefined;
/** How often a panel has left this page. */
let left = 0;

function leave(): void {
  left += 1;
  following?.abort();
  following = undefined;
}

/** Sends a message. Returns whether a panel that shows this page has received it. */
async function send(message: PageOpened | PageChanged): Promise<boolean> {
  try {
    return (await browser.runtime.sendMessage(message)) === true;
  } catch {
    // There is no receiver, or the extension was updated and this script is from its old version.
    return false;
  }
}

/** Reads this page and reports it, with the heading being read if that is known, and follows the reading while a panel shows the page. */
async function report(reading: string | null): Promise<void> {
  const before = left;
  if (!(await send({ type: 'pageChanged', page: { ...readPage(document), reading } }))) leave();
  // A panel that has left in the meantime would leave the listeners behind.
  else if (!following && left === before) {
    following = new AbortController();
    followReading(reading ?? decoded(location.hash.slice(1)), report, following.signal);
  }
}

async function open(): Promise<void> {
  // A document without content, such as a stub that redirects, is read at once: it will be replaced before an answer can arrive.
  const empty = !document.body?.childElementCount;
  if (empty || (await send({ type: 'pageOpened', url: location.href }))) await report(null);
  else leave();
}

export default defineContentScript({
  matches: sitePatterns,
  runAt: 'document_end',
  main() {
    // A page that is being prerendered isn't in a tab yet. It reports when it is shown.
    if ('prerendering' in document && document.prerendering)
      document.addEventListener('prerenderingchange', open, { once: true });
    else void open();
    // The script does not run again when the page comes back from the back/forward cache.
    addEventListener('pageshow', ({ persisted }) => persisted && void open());
    browser.runtime.onMessage.addListener((message: MessageToPage, _sender, answer) => {
      if (message === 'reportPage') void report(idBeingRead());
      if (message === 'leavePage') leave();
      if (message === 'quotePage') answer(excerptBeingRead());
    });
  },
});
