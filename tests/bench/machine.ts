import { cpus, loadavg, platform, release, totalmem } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';

/** Describes the machine in a few words, with its load before the run. */
export function describeMachine(): string {
  const processors = cpus();
  const model = processors[0]?.model.trim() ?? 'unknown processor';
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB`;
  const load = (loadavg()[0] ?? 0).toFixed(2);
  return `${processors.length} × ${model}, ${memory}, ${platform()} ${release()}, load ${load} at the start`;
}

/** Returns the share (0 to 1) of all processors' time that was busy during `time` ms. */
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

/** How long a whole run waits for other programs, in ms. After that, a busy machine is measured as it is. */
let patience = 240_000;

/**
 * Waits until the machine is idle, including the rest of the last measurement's work. Otherwise earlier work
 * would influence the next measurement.
 */
export async function waitForQuiet(): Promise<void> {
  const start = performance.now();
  const end = start + Math.min(10_000, patience);
  while ((await busyShare(120)) > 0.15 && performance.now() < end);
  // Waiting on an idle machine doesn't count.
  patience -= Math.max(0, performance.now() - start - 250);
}
