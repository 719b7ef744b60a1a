import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { PageQueries } from '../platform/page-channel.ts';
import { pageTree } from '../sites/page-tree.ts';
import { selectionHere, showQuote } from '../sites/selection.ts';

/** Injected into a page with a question about it. Most pages are never asked one, so the content script does without this code. */
export default defineUnlistedScript(() => {
  const answers: PageQueries = { pageTree, selectionHere, showQuote };
  Object.assign(globalThis, { answers });
});
