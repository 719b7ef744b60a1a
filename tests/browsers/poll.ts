import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Asks again and again until the answer is something true, and gives that answer.
 * Rejects after `timeout` ms, naming what was waited for; errors of `ask` itself pass through.
 */
export async function until<T>(what: string, ask: () => Promise<T>, timeout = 5000): Promise<T> {
  const end = performance.now() + timeout;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (performance.now() > end) throw new Error(`Waited ${timeout} ms in vain: ${what}`);
    await sleep(25);
  }
}
