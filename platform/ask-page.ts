import { browser } from './browser.ts';

/** What a page can be asked once its answers are there (`entrypoints/page-queries.ts`). */
type Question = 'pageTree' | 'selectionHere' | 'showQuote';

/**
 * Asks the page of a tab something that only the reader's wish makes of interest. What answers is put into the page with the
 * question, into the extension's own world there. What comes is not checked; undefined where the page cannot be asked.
 */
export async function askPage(tabId: number, question: Question, ...args: string[]): Promise<unknown> {
  const target = { tabId };
  try {
    await browser.scripting.executeScript({ target, files: ['page-queries.js'] });
    const [answered] = await browser.scripting.executeScript({
      target,
      args: [question, args],
      // Runs in the page: nothing of this file is there.
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
