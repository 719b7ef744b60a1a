import * as v from 'valibot';
import { browser } from './browser.ts';

/** What is selected in a page, and the id of the heading above it; '' for none. */
const SelectionSchema = v.object({
  quote: v.pipe(v.string(), v.maxLength(10_000)),
  heading: v.pipe(v.string(), v.maxLength(200)),
});

export type Selected = v.InferOutput<typeof SelectionSchema>;

/** What is selected in the page of a tab; undefined where its content script cannot say. */
export async function selectionIn(tabId: number): Promise<Selected | undefined> {
  const found: unknown = await browser.tabs.sendMessage(tabId, 'readSelection').catch(() => undefined);
  return v.is(SelectionSchema, found) ? found : undefined;
}

/** Shows a quote in the page of a tab. Answers whether it is there; undefined where its content script cannot say. */
export async function showQuote(tabId: number, quote: string): Promise<boolean | undefined> {
  const found: unknown = await browser.tabs.sendMessage(tabId, { showQuote: quote }).catch(() => undefined);
  return typeof found === 'boolean' ? found : undefined;
}
