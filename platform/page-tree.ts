import * as v from 'valibot';
import { browser } from './browser.ts';

/** The content of a page. Its tree is checked where the page is made anew from it. */
const ContentSchema = v.object({ tree: v.array(v.unknown()), whole: v.boolean() });

/** The content of the page that a tab shows, as its content script has it; undefined where there is none. */
export async function contentOf(tabId: number): Promise<v.InferOutput<typeof ContentSchema> | undefined> {
  const found: unknown = await browser.tabs.sendMessage(tabId, 'readContent').catch(() => undefined);
  return v.is(ContentSchema, found) ? found : undefined;
}
