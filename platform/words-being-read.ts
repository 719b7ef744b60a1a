import { browser } from './browser.ts';

/** The first words of what is being read in a tab, as its content script sees them; '' where it cannot say. */
export async function quotePage(tabId: number): Promise<string> {
  const words: unknown = await browser.tabs.sendMessage(tabId, 'quotePage').catch(() => '');
  return typeof words === 'string' ? words.slice(0, 200) : '';
}
