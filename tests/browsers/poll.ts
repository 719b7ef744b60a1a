import { setTimeout as sleep } from 'node:timers/promises';

/**
 * How long to wait for anything, in ms: much longer than it takes on a slow machine. A test waits for the condition, not for this
 * time. To show that something does *not* happen, wait for an event that would come after it instead.
 */
export const PATIENCE = 30_000;

/** The longest time for a page to load, in milliseconds: a huge one on a slow machine takes longer than anything else. */
export const LOADING = 4 * PATIENCE;

/**
 * Calls `ask` repeatedly until the result is truthy, and returns that.
 * Rejects after `timeout` ms with an Error that contains `what`; errors of `ask` are passed on.
 */
export async function until<T>(what: string, ask: () => Promise<T>, timeout = PATIENCE): Promise<T> {
  const start = performance.now();
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    const waited = performance.now() - start;
    if (waited > timeout) throw new Error(`Waited ${timeout} ms, but this did not happen: ${what}`);
    // Less often the longer it takes: the question itself keeps the browser busy.
    await sleep(Math.min(25 + waited / 8, 100));
  }
}
