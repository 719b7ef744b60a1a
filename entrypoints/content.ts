import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import type { PageChanged, PageOpened } from '../platform/messages.ts';
import { decoded } from '../sites/address.ts';
import { followReading, idBeingRead, wordsBeingRead } from '../sites/follow-reading.ts';
import { siteMatches } from '../sites/matches.ts';
import { readPage } from '../sites/read-page.ts';

/** There while a panel watches this page. */
let following: AbortController | undefined;

function leave(): void {
  following?.abort();
  following = undefined;
}

/** Sends a message; answers whether a panel that shows this page has heard it. */
async function tell(message: PageOpened | PageChanged): Promise<boolean> {
  try {
    return (await browser.runtime.sendMessage(message)) === true;
  } catch {
    // Nobody listens, or the extension was updated and this script has outlived it: there is nothing to say.
    return false;
  }
}

/** Tells what this page is, and the heading being read where it is known; and follows the reading while a panel listens. */
async function report(reading: string | null): Promise<void> {
  if (!(await tell({ type: 'pageChanged', page: { ...readPage(document), reading } }))) leave();
  else if (!following) {
    following = new AbortController();
    followReading(reading ?? decoded(location.hash.slice(1)), report, following.signal);
  }
}

async function open(): Promise<void> {
  // A document without content, such as a stub that leads on, costs nothing to read, and is gone before an answer comes.
  const empty = !document.body?.childElementCount;
  if (empty || (await tell({ type: 'pageOpened', url: location.href }))) await report(null);
  else leave();
}

export default defineContentScript({
  matches: siteMatches,
  runAt: 'document_end',
  main() {
    // A prerendering page is in no tab yet: it reports when it is shown.
    if ('prerendering' in document && document.prerendering)
      document.addEventListener('prerenderingchange', open, { once: true });
    else void open();
    // The script does not run again when the page comes back from the browser's cache.
    addEventListener('pageshow', ({ persisted }) => persisted && void open());
    browser.runtime.onMessage.addListener((message, _sender, answer) => {
      if (message === 'reportPage') void report(idBeingRead());
      if (message === 'leavePage') leave();
      if (message === 'quotePage') answer(wordsBeingRead());
    });
  },
});
