import * as v from 'valibot';
import { askPage } from './ask-page.ts';

/** The content of a page. Its tree is checked where the page is made anew from it. */
const ContentSchema = v.object({
  tree: v.array(v.unknown()),
  whole: v.boolean(),
  lang: v.string(),
  url: v.string(),
});

/** The content of the page that a tab shows, as a plain tree; undefined where there is none. */
export async function treeOf(tabId: number): Promise<v.InferOutput<typeof ContentSchema> | undefined> {
  const found = await askPage(tabId, 'pageTree');
  return v.is(ContentSchema, found) ? found : undefined;
}
