import { kinds } from '../kinds.ts';
import { idOf } from '../merge.ts';
import { isRecord, type ProgressRecord } from '../records.ts';
import { MAX_TIME } from '../stamp.ts';
import { createYielder, type Yielder } from '../yielder.ts';
import { allocateShards, byRank, type Ranked } from './allocate.ts';
import { AREA_BYTES, type AreaRead, itemBytes, laterEntry, shardNames, shardOf } from './area.ts';
import { type Entry, encodeShard, type Shard } from './shard.ts';

/** What to write into the synced area, and what will not be in it. */
export interface Plan {
  /** The shards to write, by name, in this order: those that shrink come first, to make space. */
  writes: Record<string, Shard>;
  /** Number of records for which there is no space. */
  leftOut: number;
  /** Number of completions among them. There are some only if completions alone do not fit into the area. */
  completionsLeftOut: number;
  /** Number of records whose shard must not be written. */
  heldBack: number;
}

/** A possible change of one shard. */
interface Change {
  name: string;
  /** The shard after the change. */
  shard: Shard;
  /** By how many bytes it would grow; negative if it would shrink. */
  growth: number;
  /** The entries that the area would get. */
  gain: Ranked[];
  /** The entries that the area would lose. */
  loss: Ranked[];
}

function changeOf(name: string, allocated: readonly Ranked[], area: AreaRead): Change {
  const present = area.shards.get(name) ?? new Map<string, Entry>();
  const stays = new Set(allocated.map(({ id }) => id));
  const shard = encodeShard(allocated.map(({ entry }) => entry));
  return {
    name,
    shard,
    growth: itemBytes(name, shard) - (area.bytes.get(name) ?? 0),
    gain: allocated.filter(({ id, entry }) => {
      const there = present.get(id);
      return !there || (there !== entry && laterEntry(there, entry) === entry);
    }),
    loss: [...present].filter(([id]) => !stays.has(id)).map(([id, entry]) => ({ id, entry })),
  };
}

/**
 * The changes to make: those of shards that lack something, and those that make space for it. If the best lost entry ranked above the
 * best gained one, nothing is changed. So the area only ever gets better, and devices that know different records stop writing
 * instead of overwriting each other forever.
 */
function dueOf(changes: readonly Change[], present: number): Change[] {
  const missing = changes.filter(({ gain }) => gain.length > 0);
  const total = missing.reduce((sum, { growth }) => sum + growth, present);
  const due =
    total <= AREA_BYTES ? missing : changes.filter(({ gain, growth }) => gain.length > 0 || growth < 0);
  const [best] = due.flatMap(({ gain }) => gain).sort(byRank);
  const [worst] = due.flatMap(({ loss }) => loss).sort(byRank);
  if (best && worst && byRank(best, worst) > 0) return [];
  return due.sort((a, b) => a.growth - b.growth);
}

const completionsIn = (all: readonly Ranked[]) =>
  all.filter(({ entry }) => entry.key[1] === 'completion').length;

/** All stored records, and entries of the area that only another version knows, each once. */
async function allOf(records: readonly ProgressRecord[], area: AreaRead, pause: Yielder): Promise<Ranked[]> {
  const strangers = [...area.shards.values()].flatMap((shard) =>
    [...shard.values()].filter((entry) => !isRecord(entry)),
  );
  const known = new Map<string, Entry>();
  for (const entry of [...records, ...strangers] as Entry[]) {
    await pause();
    const id = idOf(entry as ProgressRecord);
    const other = known.get(id);
    known.set(id, other ? laterEntry(other, entry) : entry);
  }
  return [...known].map(([id, entry]) => ({ id, entry }));
}

/**
 * Plans the writes after which the area has everything that `records` and the area have together, as far as there is space. Entries that
 * only another version knows stay in the area. A shard that lacks none of our records is not written for its own sake, so two
 * devices never rewrite each other's shards.
 * @param records all stored records, including those that were just merged from the area
 */
export async function planWrites(records: readonly ProgressRecord[], area: AreaRead): Promise<Plan> {
  const pause = createYielder();
  const all = await allOf(
    records.filter(({ key }) => kinds[key[1]].sync !== 'never'),
    area,
    pause,
  );
  const wanted = all.filter(({ entry }) => !area.leftAlone.has(shardOf(entry.key))).sort(byRank);
  // Other devices refuse records with later times.
  const sendable = wanted.filter(({ entry }) => entry.time <= MAX_TIME);
  const names = shardNames.filter((name) => !area.leftAlone.has(name));
  let present = '{}'.length;
  let unavailable = '{}'.length;
  for (const [name, bytes] of area.bytes) {
    present += bytes;
    if (!names.includes(name)) unavailable += bytes;
  }
  const allocated = await allocateShards(sendable, names, AREA_BYTES - unavailable, pause);
  const changes: Change[] = [];
  for (const [name, entries] of allocated) {
    await pause();
    changes.push(changeOf(name, entries, area));
  }
  const due = dueOf(changes, present);
  // Entries that the area lacks and that are not written either have no space.
  const there = [...allocated.values()].flat();
  const unwritten = changes.filter((change) => !due.includes(change)).flatMap(({ gain }) => gain);
  return {
    writes: Object.fromEntries(due.map(({ name, shard }) => [name, shard])),
    leftOut: wanted.length - there.length + unwritten.length,
    completionsLeftOut: completionsIn(wanted) - completionsIn(there) + completionsIn(unwritten),
    heldBack: all.length - wanted.length,
  };
}
