import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import type { PageChanged } from '../platform/messages.ts';
import { readDocsyPage } from '../sites/docsy-page.ts';
import { addressOf, siteMatches } from '../sites/index.ts';

async function report(): Promise<void> {
  // A host of the handbook has other pages as well.
  if (!addressOf(location.href)) return;
  try {
    const page = readDocsyPage(document);
    await browser.runtime.sendMessage({ type: 'pageChanged', page } satisfies PageChanged);
  } catch {
    // Nobody listens, or the extension was updated and this script has outlived it: there is nothing to say.
  }
}

export default defineContentScript({
  matches: siteMatches,
  runAt: 'document_end',
  main() {
    // A prerendering page is in no tab yet: it reports when it is shown.
    if ('prerendering' in document && document.prerendering)
      document.addEventListener('prerenderingchange', report, { once: true });
    else void report();
    // The script does not run again when the page comes back from the browser's cache.
    addEventListener('pageshow', ({ persisted }) => persisted && void report());
    browser.runtime.onMessage.addListener((message) => {
      if (message === 'reportPage') void report();
    });
  },
});
