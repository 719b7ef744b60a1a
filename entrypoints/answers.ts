import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { pageTree } from '../sites/page-tree.ts';
import { selectionHere, showQuote } from '../sites/selection.ts';

const answers = { pageTree, selectionHere, showQuote };

export type Answers = typeof answers;

/** Beside the content script, in a page about which the reader has asked something: most pages never need it. */
export default defineUnlistedScript(() => {
  Object.assign(globalThis, { answers });
});
