/**
 * All messages between the extension and a page: those that the content script sends (`pageOpened`, `pageChanged`), those that are
 * sent to it (`MessageToPage`), and the questions to `page-queries`, which is injected with each question (`PageQueries`). An attacker
 * may control a page's process, so everything that comes from it is checked by a schema before it is used.
 *
 * The messages stay the same between versions: after an update, a content script of the old version may talk to a new panel.
 */
import * as v from 'valibot';
import type { PageTree } from '../sites/page-tree.ts';
import { browser, type Runtime } from './browser.ts';

/** The limit is above every text that a content script sends (`sites/read-page.ts`) and every address that Waymark uses. */
const Text = v.pipe(v.string(), v.maxLength(2000));

const PageInfoSchema = v.object({
  url: Text,
  kind: v.picklist(['content', 'missing', 'moved', 'list', 'other']),
  title: Text,
  /** The language tag that the page declares. Content scripts of Waymark 0.3.0 and older don't send it. */
  lang: v.optional(Text),
  headings: v.pipe(
    v.array(v.object({ id: Text, level: v.picklist([2, 3, 4, 5, 6]), text: Text })),
    v.maxLength(1000),
  ),
  /** Id of the heading being read, '' above the first; null if it isn't known yet. */
  reading: v.nullable(Text),
});

/**
 * Sent to panel and background when a document has loaded, and when it comes back from the back/forward cache. It costs the page next
 * to nothing: the document is only read if a panel that shows the page answers.
 */
const PageOpenedSchema = v.object({ type: v.literal('pageOpened'), url: Text });

/** Sent to panel and background with what was read from the document, and again whenever another heading is being read. */
const PageChangedSchema = v.object({ type: v.literal('pageChanged'), page: PageInfoSchema });

/** The text selected in a page, the id of the heading above it ('' for none), and the page's URL. */
const SelectionSchema = v.object({
  quote: v.pipe(v.string(), v.maxLength(10_000)),
  heading: v.pipe(v.string(), v.maxLength(200)),
  url: v.string(),
});

/** Not below the limits of `pageTree`. */
const MOST = { parts: 40_000, depth: 600, letters: 1_200_000, attribute: 2000 };
const TAG = /^[a-z][a-z0-9-]{0,40}$/;
const ATTRIBUTE = /^(id|class|role|href|src|title|type)$/;

function isAttributes(found: unknown): boolean {
  return (
    typeof found === 'object' &&
    found !== null &&
    Object.entries(found).every(
      ([name, value]) => ATTRIBUTE.test(name) && typeof value === 'string' && value.length <= MOST.attribute,
    )
  );
}

/** Whether `found` is a valid tree, as `sites/page-tree.ts` makes it. `count` limits the nodes and the text of the whole tree. */
export function isPageTree(found: unknown, depth = 0, count = { parts: 0, letters: 0 }): found is PageTree {
  if (++count.parts > MOST.parts || depth > MOST.depth) return false;
  if (typeof found === 'string') {
    count.letters += found.length;
    return count.letters <= MOST.letters;
  }
  if (!Array.isArray(found)) return false;
  const [tag, attributes, ...parts] = found as unknown[];
  return (
    typeof tag === 'string' &&
    TAG.test(tag) &&
    isAttributes(attributes) &&
    parts.every((part) => isPageTree(part, depth + 1, count))
  );
}

/** The content of a page: see `sites/page-tree.ts`. */
const PageContentSchema = v.object({
  tree: v.custom<PageTree>((found) => isPageTree(found)),
  whole: v.boolean(),
  lang: v.string(),
  url: v.string(),
});

export type PageOpened = v.InferOutput<typeof PageOpenedSchema>;
export type PageChanged = v.InferOutput<typeof PageChangedSchema>;
export type PageInfo = v.InferOutput<typeof PageInfoSchema>;
export type PageContent = v.InferOutput<typeof PageContentSchema>;
export type SelectedText = v.InferOutput<typeof SelectionSchema>;

/**
 * The messages to a content script: `reportPage` asks it to send `pageChanged`, `leavePage` says that the panel no longer shows the
 * page, and `quotePage` asks for the first words of the paragraph being read.
 */
export type MessageToPage = 'reportPage' | 'leavePage' | 'quotePage';

/**
 * The questions that `entrypoints/page-queries.ts` answers in a page. By the time of the answer the tab may show another page, so an
 * answer that only counts for one page has its URL, and whoever asked compares it.
 */
export interface PageQueries {
  /** The page's content, to read a course from it; undefined if it has none. */
  pageTree(): PageContent | undefined;
  /** The text that is selected now. */
  selectionHere(): SelectedText;
  /**
   * Selects `quote` and scrolls to it; of several places, to the first below the heading with the id `heading`. Returns whether the page
   * has the quote.
   */
  showQuote(quote: string, heading: string): boolean;
}

/**
 * Calls `listener` for every `pageOpened` and `pageChanged` from the main frame of a tab. Messages that don't match their schema are
 * dropped.
 * @param listener gets the document's URL and, for `pageChanged`, what was read from it. Returns whether a panel shows the page: then
 *   the content script reports what the reader does there.
 */
export function onPage(listener: (tabId: number, url: string, info: PageInfo | undefined) => boolean): void {
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

/** Sends a message to the content script of a tab. Returns whether the tab has one. Never rejects. */
export async function sendToPage(
  tabId: number,
  message: Exclude<MessageToPage, 'quotePage'>,
): Promise<boolean> {
  try {
    await browser.tabs.sendMessage(tabId, message);
    return true;
  } catch {
    return false;
  }
}

/** Sends `leavePage` to the page that a window shows. */
export async function leavePageOf(windowId: number): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, windowId }).catch(() => []);
  if (tab?.id !== undefined) void sendToPage(tab.id, 'leavePage');
}

/** The first words of the paragraph being read in a tab; '' if its content script can't tell. */
export async function excerptBeingRead(tabId: number): Promise<string> {
  const message: MessageToPage = 'quotePage';
  const excerpt: unknown = await browser.tabs.sendMessage(tabId, message).catch(() => '');
  return typeof excerpt === 'string' ? excerpt.slice(0, 200) : '';
}

/**
 * Asks the page of a tab a question, when an action of the reader requires it. The code that answers is injected with the question, into
 * the extension's isolated world, since most pages never need it.
 * @returns the answer, unchecked; undefined if the page can't be asked
 */
async function queryPage(tabId: number, query: keyof PageQueries, ...args: string[]): Promise<unknown> {
  const target = { tabId };
  try {
    await browser.scripting.executeScript({ target, files: ['page-queries.js'] });
    const [answered] = await browser.scripting.executeScript({
      target,
      args: [query, args],
      // Runs in the page, where nothing of this file exists.
      func: (name: string, given: string[]) =>
        (globalThis as unknown as { answers: Record<string, (...given: string[]) => unknown> }).answers[
          name
        ]?.(...given),
    });
    return answered?.result ?? undefined;
  } catch {
    return undefined;
  }
}

/** The content of the page that a tab shows; undefined if it has none or can't be asked. */
export async function pageContentIn(tabId: number): Promise<PageContent | undefined> {
  const found = await queryPage(tabId, 'pageTree');
  return v.is(PageContentSchema, found) ? found : undefined;
}

/** The text selected in the page of a tab; undefined if the page can't be asked. */
export async function selectionIn(tabId: number): Promise<SelectedText | undefined> {
  const found = await queryPage(tabId, 'selectionHere');
  return v.is(SelectionSchema, found) ? found : undefined;
}

/**
 * Shows a quote in the page of a tab; if the page has it more than once, the one below the heading with the id `heading`.
 * @returns whether the page has the quote; undefined if the page can't be asked
 */
export async function showQuote(tabId: number, quote: string, heading: string): Promise<boolean | undefined> {
  const found = await queryPage(tabId, 'showQuote', quote, heading);
  return typeof found === 'boolean' ? found : undefined;
}
