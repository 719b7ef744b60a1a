import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { pageTree } from '../sites/page-tree.ts';
import { selectionHere, showQuote } from '../sites/selection.ts';

/** Beside the content script, in a page about which the reader has asked something: most pages never need it. */
export default defineUnlistedScript(() => {
  Object.assign(globalThis, { answers: { pageTree, selectionHere, showQuote } });
});
