import { browser } from '../../platform/browser.ts';

/** Where the addresses of the handbooks are kept that were added in this browser, whose access is this browser's too. */
export const HANDBOOKS = 'handbooks';

let learned = false;

/** Takes over which handbooks were added. To be called before an address is looked at, and after every change. */
export async function learnHandbooks(): Promise<void> {
  const { [HANDBOOKS]: kept } = await browser.storage.local.get(HANDBOOKS);
  // Most readers have none, and nothing of it loads.
  if (kept || learned) await (await import('./other-handbooks.ts')).takeOver(kept);
  learned = true;
}
