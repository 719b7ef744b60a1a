import { kinds } from '../kinds.ts';
import { idOf } from '../merge.ts';
import { isRecord, type ProgressRecord } from '../records.ts';
import { MAX_TIME } from '../stamp.ts';
import { createYielder, type Yielder } from '../yielder.ts';
import { allocateShards, byRank, type Ranked } from './allocate.ts';
import { AREA_BYTES, type AreaRead, itemBytes, laterEntry, shardNames, shardOf } from './area.ts';
import { type Entry, encodeShard, type Shard } from './shard.ts';

/** What is to be written into the synced area, and what is not in it. */
export interface Plan {
  /** The shards to be written, in this order: those that become smaller come first. */
  writes: Record<string, Shard>;
  /** Number of records for which there is no room. */
  leftOut: number;
  /** Number of completions among them: only where completions alone are more than the area holds. */
  completionsLeftOut: number;
  /** Number of records whose shard is left alone. */
  heldBack: number;
}

/** A shard as it is and as it would be. */
interface Change {
  name: string;
  shard: Shard;
  /** Bytes that it would take more, or less. */
  growth: number;
  /** What the area lacks, and what it would lose. */
  gain: Ranked[];
  loss: Ranked[];
}

function changeOf(name: string, chosen: readonly Ranked[], area: AreaRead): Change {
  const present = area.shards.get(name) ?? new Map<string, Entry>();
  const stays = new Set(chosen.map(({ id }) => id));
  const shard = encodeShard(chosen.map(({ entry }) => entry));
  return {
    name,
    shard,
    growth: itemBytes(name, shard) - (area.bytes.get(name) ?? 0),
    gain: chosen.filter(({ id, entry }) => {
      const there = present.get(id);
      return !there || (there !== entry && laterEntry(there, entry) === entry);
    }),
    loss: [...present].filter(([id]) => !stays.has(id)).map(([id, entry]) => ({ id, entry })),
  };
}

/**
 * The changes to be made: where something is missing, and where room has to be made for it. What is lost must rank
 * below the best that is gained: so the area only ever gets better, and devices of which each knows what the other
 * does not come to rest.
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

/** All that is stored, and what the area holds of kinds that this version does not know, each once. */
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
 * What has to be written so that the area holds what `records` and it know together, as far as there is room. Kinds
 * that this version does not know stay in the area. Nothing is written where nothing of ours is missing: what another
 * device has there beyond that is its own affair.
 * @param records all that is stored here, what the area holds included
 */
export async function planWrites(records: readonly ProgressRecord[], area: AreaRead): Promise<Plan> {
  const pause = createYielder();
  const all = await allOf(
    records.filter(({ key }) => kinds[key[1]].sync !== 'never'),
    area,
    pause,
  );
  const wanted = all.filter(({ entry }) => !area.leftAlone.has(shardOf(entry.key))).sort(byRank);
  // Nobody would take a later time from the area.
  const sendable = wanted.filter(({ entry }) => entry.time <= MAX_TIME);
  const names = shardNames.filter((name) => !area.leftAlone.has(name));
  let present = '{}'.length;
  let taken = '{}'.length;
  for (const [name, bytes] of area.bytes) {
    present += bytes;
    if (!names.includes(name)) taken += bytes;
  }
  const chosen = await allocateShards(sendable, names, AREA_BYTES - taken, pause);
  const changes: Change[] = [];
  for (const [name, entries] of chosen) {
    await pause();
    changes.push(changeOf(name, entries, area));
  }
  const due = dueOf(changes, present);
  // What is missing and not due either has no room.
  const there = [...chosen.values()].flat();
  const unwritten = changes.filter((change) => !due.includes(change)).flatMap(({ gain }) => gain);
  return {
    writes: Object.fromEntries(due.map(({ name, shard }) => [name, shard])),
    leftOut: wanted.length - there.length + unwritten.length,
    completionsLeftOut: completionsIn(wanted) - completionsIn(there) + completionsIn(unwritten),
    heldBack: all.length - wanted.length,
  };
}
