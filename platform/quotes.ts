import * as v from 'valibot';
import { askPage } from './ask-page.ts';

/** What is selected in a page, the id of the heading above it ('' for none), and the page's URL. */
const SelectionSchema = v.object({
  quote: v.pipe(v.string(), v.maxLength(10_000)),
  heading: v.pipe(v.string(), v.maxLength(200)),
  url: v.string(),
});

export type Selected = v.InferOutput<typeof SelectionSchema>;

/** What is selected in the page of a tab; undefined where it cannot be asked. */
export async function selectionIn(tabId: number): Promise<Selected | undefined> {
  const found = await askPage(tabId, 'selectionHere');
  return v.is(SelectionSchema, found) ? found : undefined;
}

/**
 * Shows a quote in the page of a tab, below the heading with the id `heading` where it stands more than once. Answers whether it
 * is there; undefined where the page cannot be asked.
 */
export async function showQuote(tabId: number, quote: string, heading: string): Promise<boolean | undefined> {
  const found = await askPage(tabId, 'showQuote', quote, heading);
  return typeof found === 'boolean' ? found : undefined;
}
