import * as v from 'valibot';
import { browser, type Runtime } from './browser.ts';

const Line = v.pipe(v.string(), v.maxLength(500));

const PageSchema = v.object({
  url: v.pipe(v.string(), v.maxLength(100_000)),
  kind: v.picklist(['content', 'missing', 'moved', 'list', 'other']),
  title: Line,
  headings: v.pipe(
    v.array(
      v.object({
        id: Line,
        level: v.picklist([2, 3, 4, 5, 6]),
        text: Line,
      }),
    ),
    v.maxLength(1000),
  ),
});

/** From a content script to panel and background, one way: what the document of its tab is. */
const PageChangedSchema = v.object({ type: v.literal('pageChanged'), page: PageSchema });

export type PageChanged = v.InferOutput<typeof PageChangedSchema>;
export type PageNews = PageChanged['page'];

/** From a panel to the content script of one tab: "send `pageChanged`". */
export const REPORT_PAGE = 'reportPage';

/**
 * Calls `listener` for every `pageChanged` that fits its schema and comes from the main frame of a tab.
 * Anything else is dropped.
 * @returns a function that stops it.
 */
export function onPageChanged(listener: (page: PageNews, tabId: number) => void): () => void {
  const receive = (message: unknown, sender: Runtime.MessageSender): undefined => {
    if (!v.is(PageChangedSchema, message) || sender.frameId !== 0) return;
    if (sender.tab?.id !== undefined) listener(message.page, sender.tab.id);
  };
  browser.runtime.onMessage.addListener(receive);
  return () => browser.runtime.onMessage.removeListener(receive);
}

/** Asks the content script of a tab to report its page. Answers whether there is one to ask. */
export async function askForPage(tabId: number): Promise<boolean> {
  try {
    await browser.tabs.sendMessage(tabId, REPORT_PAGE);
    return true;
  } catch {
    return false;
  }
}
