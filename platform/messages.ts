import * as v from 'valibot';
import { browser, type Runtime } from './browser.ts';

const PageSchema = v.object({
  url: v.string(),
  kind: v.picklist(['content', 'missing', 'moved', 'list', 'other']),
  title: v.string(),
  headings: v.array(v.object({ id: v.string(), level: v.picklist([2, 3, 4, 5, 6]), text: v.string() })),
  /** Id of the heading being read, '' above the first; null where nobody has looked. */
  reading: v.nullable(v.string()),
});

/**
 * From a content script to panel and background, when its document is there and when it comes back from the browser's
 * cache. It costs the page next to nothing: what the document is, is only read for a panel that shows it.
 */
const PageOpenedSchema = v.object({ type: v.literal('pageOpened'), url: v.string() });

/** From a content script to panel and background: what the document of its tab is, and what is read there. */
const PageChangedSchema = v.object({ type: v.literal('pageChanged'), page: PageSchema });

export type PageOpened = v.InferOutput<typeof PageOpenedSchema>;
export type PageChanged = v.InferOutput<typeof PageChangedSchema>;
export type PageNews = PageChanged['page'];

/**
 * Calls `listener` for every `pageOpened` and `pageChanged` that fits its schema and comes from the main frame of a
 * tab, with the document's URL and, for `pageChanged`, its news. Anything else is dropped. Where it answers true, the
 * page is told that it is watched.
 */
export function onPage(listener: (tabId: number, url: string, news: PageNews | undefined) => boolean): void {
  const receive = (message: unknown, sender: Runtime.MessageSender, answer: (watched: unknown) => void) => {
    const id = sender.tab?.id;
    if (id === undefined || sender.frameId !== 0) return;
    const watched =
      (v.is(PageOpenedSchema, message) && listener(id, message.url, undefined)) ||
      (v.is(PageChangedSchema, message) && listener(id, message.page.url, message.page));
    if (watched) answer(true);
  };
  browser.runtime.onMessage.addListener(receive as Runtime.OnMessageListener);
}

/**
 * Tells the content script of a tab to report its page, or that this panel has left it. Answers whether there is
 * one to be told.
 */
export async function tellPage(tabId: number, what: 'reportPage' | 'leavePage'): Promise<boolean> {
  try {
    await browser.tabs.sendMessage(tabId, what);
    return true;
  } catch {
    return false;
  }
}
