/** Work that any machine does, as much of it as takes the machine on which the limits were set `REFERENCE` ms. */
function reference(): number {
  const objects = Array.from({ length: 20_000 }, (_, at) => ({ at, text: `item ${at}`.repeat(3) }));
  const text = JSON.stringify(JSON.parse(JSON.stringify(objects)));
  return text.replace(/item (\d+)/g, '$1').length;
}
const REFERENCE = 22;

/** The time that this thread worked for `work`, in µs: how long a busy machine kept it waiting is none of it. */
async function worked(work: () => unknown): Promise<number> {
  const before = process.threadCpuUsage();
  await work();
  const { user, system } = process.threadCpuUsage(before);
  return user + system;
}

/**
 * What a piece of work costs, in ms of the machine on which the limits were set: a slower machine takes longer for the reference,
 * too. For what must not take for ever whatever it is given.
 */
export async function effortOf(work: () => unknown): Promise<number> {
  const references: number[] = [];
  for (let round = 0; round < 5; round++) references.push(await worked(reference));
  return ((await worked(work)) / Math.min(...references)) * REFERENCE;
}
