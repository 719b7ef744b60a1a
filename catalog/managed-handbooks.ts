import { browser } from '../platform/browser.ts';
import { onPolicyChange, readPolicy } from '../platform/policy.ts';
import { rootOf } from '../sites/other-handbooks.ts';
import { KEYS } from './handbooks.ts';
import { readHandbooks } from './other-handbooks.ts';

/** How long a browser may take to know of a policy after its start, in milliseconds: until then nothing is no answer. */
const PATIENCE = 15_000;

/** Keeps which handbooks the organisation has set, now and after every change. To be called each time the background starts. */
export async function keepManagedHandbooks(patience = PATIENCE): Promise<void> {
  const roots = (await readPolicy()).handbooks.flatMap((address) => rootOf(address) ?? []);
  const stop = onPolicyChange(() => {
    stop();
    // What a change says is what is set, though it be nothing.
    void keepManagedHandbooks(0);
  });
  const { managed } = await readHandbooks();
  if (String(managed) === String(roots)) return;
  if (roots.length > 0) await browser.storage.local.set({ [KEYS.managed]: roots });
  else if (patience === 0) await browser.storage.local.remove(KEYS.managed);
  else
    setTimeout(() => {
      stop();
      void keepManagedHandbooks(0);
    }, patience);
}
