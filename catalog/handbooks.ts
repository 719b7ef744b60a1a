import { browser } from '../platform/browser.ts';

/**
 * Where the addresses of the handbooks are kept that were added in this browser, whose access is this browser's too: by the
 * reader, and by their organisation's policy, which the browser may not yet know when it starts.
 */
export const KEYS = { own: 'handbooks', managed: 'managedHandbooks' };

let learned = false;

/** Takes over which handbooks were added, and gives what is kept. To be called before an address is looked at, and after every change. */
export async function learnHandbooks(): Promise<Record<string, unknown>> {
  const kept = await browser.storage.local.get(Object.values(KEYS));
  // Most readers have none, and nothing of it loads.
  if (learned || Object.keys(kept).length > 0) (await import('./other-handbooks.ts')).takeOver(kept);
  learned = true;
  return kept;
}
