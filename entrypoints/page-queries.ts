import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { PageQueries } from '../platform/page-channel.ts';
import { pageTree } from '../sites/page-tree.ts';
import { selectionHere, showQuote } from '../sites/selection.ts';

/** Injected into a page together with a question. Most pages are never asked one, so this code isn't part of the content script. */
export default defineUnlistedScript(() => {
  const answers: PageQueries = { pageTree, selectionHere, showQuote };
  Object.assign(globalThis, { answers });
});
