import { cpus, loadavg, platform, release, totalmem } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';

/** The machine in a few words, with how busy it was before the run. */
export function describeMachine(): string {
  const processors = cpus();
  const model = processors[0]?.model.trim() ?? 'unknown processor';
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB`;
  const load = (loadavg()[0] ?? 0).toFixed(2);
  return `${processors.length} × ${model}, ${memory}, ${platform()} ${release()}, load ${load} at the start`;
}

/** The share of all processors' time that was spent working during `time` ms. */
async function busyShare(time: number): Promise<number> {
  const spent = () => {
    const times = cpus().map((processor) => processor.times);
    const idle = times.reduce((sum, each) => sum + each.idle, 0);
    return {
      idle,
      all: times.reduce((sum, { user, nice, sys, idle, irq }) => sum + user + nice + sys + idle + irq, 0),
    };
  };
  const before = spent();
  await sleep(time);
  const after = spent();
  return 1 - (after.idle - before.idle) / Math.max(1, after.all - before.all);
}

/** How long a whole run waits for other programs, in ms; a machine that is never quiet is measured as it is. */
let patience = 240_000;

/**
 * Waits until nothing else works on this machine, what the last measurement has left to do included. Without it,
 * what came before decides about what comes next.
 */
export async function waitForQuiet(): Promise<void> {
  const start = performance.now();
  const end = start + Math.min(10_000, patience);
  while ((await busyShare(120)) > 0.15 && performance.now() < end);
  // A machine at rest costs nothing of it.
  patience -= Math.max(0, performance.now() - start - 250);
}
