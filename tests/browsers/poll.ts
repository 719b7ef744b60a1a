import { setTimeout as sleep } from 'node:timers/promises';

/**
 * How long anything may take to come, in ms: much longer than it does on a slow machine. Where it comes, it costs nothing. What
 * must *not* happen is never shown by such a time, but by something that comes after it would have.
 */
export const PATIENCE = 30_000;

/**
 * Asks again and again until the answer is something true, and gives that answer.
 * Rejects after `timeout` ms, naming what was waited for; errors of `ask` itself pass through.
 */
export async function until<T>(what: string, ask: () => Promise<T>, timeout = PATIENCE): Promise<T> {
  const end = performance.now() + timeout;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (performance.now() > end) throw new Error(`Waited ${timeout} ms in vain: ${what}`);
    await sleep(25);
  }
}
