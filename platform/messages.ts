import * as v from 'valibot';
import { browser, type Runtime } from './browser.ts';

/** Longer than any text that a content script gives (sites/read-page.ts), and than any address that counts. */
const Text = v.pipe(v.string(), v.maxLength(2000));

const PageSchema = v.object({
  url: Text,
  kind: v.picklist(['content', 'missing', 'moved', 'list', 'other']),
  title: Text,
  headings: v.pipe(
    v.array(v.object({ id: Text, level: v.picklist([2, 3, 4, 5, 6]), text: Text })),
    v.maxLength(1000),
  ),
  /** Id of the heading being read, '' above the first; null where nobody has looked. */
  reading: v.nullable(Text),
});

/**
 * From a content script to panel and background, when its document is there and when it comes back from the browser's
 * cache. It costs the page next to nothing: what the document is, is only read for a panel that shows it.
 */
const PageOpenedSchema = v.object({ type: v.literal('pageOpened'), url: Text });

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
