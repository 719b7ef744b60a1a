import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import type { PageChanged } from '../platform/messages.ts';
import { decoded } from '../sites/address.ts';
import { readDocsyPage } from '../sites/docsy-page.ts';
import { followReading, idBeingRead } from '../sites/follow-reading.ts';
import { addressOf, siteMatches } from '../sites/index.ts';

/** There while a panel watches this page. */
let following: AbortController | undefined;

function leave(): void {
  following?.abort();
  following = undefined;
}

/** Tells what this page is, and the heading being read where it is known. A panel that shows the page answers `true`. */
async function report(reading: string | null): Promise<void> {
  // A host of the handbook has other pages as well.
  if (!addressOf(location.href)) return;
  let watched: unknown;
  try {
    const page = { ...readDocsyPage(document), reading };
    watched = await browser.runtime.sendMessage({ type: 'pageChanged', page } satisfies PageChanged);
  } catch {
    // Nobody listens, or the extension was updated and this script has outlived it: there is nothing to say.
  }
  if (watched !== true) leave();
  else if (!following) {
    following = new AbortController();
    followReading(reading ?? decoded(location.hash.slice(1)), report, following.signal);
  }
}

const reportPage = () => void report(null);

export default defineContentScript({
  matches: siteMatches,
  runAt: 'document_end',
  main() {
    // A prerendering page is in no tab yet: it reports when it is shown.
    if ('prerendering' in document && document.prerendering)
      document.addEventListener('prerenderingchange', reportPage, { once: true });
    else reportPage();
    // The script does not run again when the page comes back from the browser's cache.
    addEventListener('pageshow', ({ persisted }) => persisted && reportPage());
    browser.runtime.onMessage.addListener((message) => {
      if (message === 'reportPage') void report(idBeingRead());
      if (message === 'leavePage') leave();
    });
  },
});
