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

/** From a content script to panel and background: what the document of its tab is, and what is read there. */
const PageChangedSchema = v.object({ type: v.literal('pageChanged'), page: PageSchema });

export type PageChanged = v.InferOutput<typeof PageChangedSchema>;
export type PageNews = PageChanged['page'];

/**
 * Calls `listener` for every `pageChanged` that fits its schema and comes from the main frame of a tab. Anything
 * else is dropped. Where it answers true, the page is told that it is watched.
 */
export function onPageChanged(listener: (page: PageNews, tabId: number) => boolean): void {
  const receive = (message: unknown, sender: Runtime.MessageSender, answer: (watched: unknown) => void) => {
    if (!v.is(PageChangedSchema, message) || sender.frameId !== 0 || sender.tab?.id === undefined) return;
    if (listener(message.page, sender.tab.id)) answer(true);
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
