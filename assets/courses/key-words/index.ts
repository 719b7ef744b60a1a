/**
 * By what the objectives of the built-in courses are recognised on their pages: words of the page's sentence, in no order, by the ids
 * of course and objective. Each language that such a page is written in has its own file, which loads when a page is read. An objective
 * without key words keeps the words of its pack until its page has those.
 */
export const keyWords: Record<string, () => Promise<Record<string, Record<string, string[]>>>> = {
  en: async () => (await import('./en.json', { with: { type: 'json' } })).default,
};
