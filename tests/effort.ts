/** The reference work: as many repetitions as take `REFERENCE` ms on the machine on which the limits were set. */
function reference(): number {
  const objects = Array.from({ length: 20_000 }, (_, at) => ({ at, text: `item ${at}`.repeat(3) }));
  const text = JSON.stringify(JSON.parse(JSON.stringify(objects)));
  return text.replace(/item (\d+)/g, '$1').length;
}
const REFERENCE = 22;

/** Returns the CPU time of this thread for `work`, in µs. It doesn't include the time that a busy machine makes the thread wait. */
async function worked(work: () => unknown): Promise<number> {
  const before = process.threadCpuUsage();
  await work();
  const { user, system } = process.threadCpuUsage(before);
  return user + system;
}

/**
 * Measures the cost of a piece of work in ms of the machine on which the limits were set: a slower machine also takes longer for
 * the reference work. For functions that must not take forever with any input.
 */
export async function effortOf(work: () => unknown): Promise<number> {
  const references: number[] = [];
  for (let round = 0; round < 5; round++) references.push(await worked(reference));
  return ((await worked(work)) / Math.min(...references)) * REFERENCE;
}
