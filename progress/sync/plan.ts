import { idOf } from '../merge.ts';
import { pauses } from '../pause.ts';
import { isRecord, type ProgressRecord } from '../records.ts';
import { compareStamps, LATEST } from '../stamp.ts';
import {
  AREA_BYTES,
  type AreaRead,
  bytesOf,
  ITEM_BYTES,
  itemBytes,
  laterEntry,
  shardNames,
  shardOf,
} from './area.ts';
import { type Entry, encodeShard, fieldsOf, headOf, type Shard } from './shard.ts';

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

type Pause = ReturnType<typeof pauses>;

interface Ranked {
  id: string;
  entry: Entry;
  shard: string;
}

/** The lower, the later a kind gives way. */
function rankOf({ entry }: Ranked): number {
  return entry.key[1] === 'completion' ? 0 : entry.key[1] === 'visit' ? 2 : 1;
}

/** The order in which records get their place: completions, other kinds, visits; of each the latest first. */
function byRank(a: Ranked, b: Ranked): number {
  return rankOf(a) - rankOf(b) || compareStamps(b.entry, a.entry) || (a.id < b.id ? -1 : 1);
}

/** How full a shard is, at most: counted as if every number of a line had two digits, so that order does not matter. */
class Fill {
  bytes: number;
  closed = false;
  readonly #lines = new Set<string>();
  readonly #heads = new Set<string>();

  constructor(name: string) {
    // No checksum of 32 bits is longer than `zzzzzzz`.
    this.bytes = itemBytes(name, { ...encodeShard([]), sum: 'zzzzzzz' });
  }

  /** Takes a record in and gives the bytes that it costs; undefined where it does not fit into `room` or the shard. */
  add(entry: Entry, room: number): number | undefined {
    const fresh = new Set<string>();
    const at = (line: string) => {
      if (!this.#lines.has(line)) fresh.add(line);
      return 'zz';
    };
    const head = headOf(entry).join('\n');
    const heading = headOf(entry).map(at).join('.');
    let bytes = ','.length + fieldsOf(entry, at).length;
    if (!this.#heads.has(head)) bytes += ';'.length + heading.length;
    // With the quotes for the line's break, which takes two characters in JSON.
    for (const line of fresh) bytes += bytesOf(JSON.stringify(line));
    if (bytes > room || this.bytes + bytes > ITEM_BYTES) return undefined;
    for (const line of fresh) this.#lines.add(line);
    this.#heads.add(head);
    this.bytes += bytes;
    return bytes;
  }
}

/**
 * Chooses what the area is to hold: in the order of their rank, until the area is full; a shard that is full counts as
 * a whole from then on. So a device that knows more chooses the same or less, and never asks for what another drops.
 */
async function choose(
  wanted: Ranked[],
  names: readonly string[],
  room: number,
  pause: Pause,
): Promise<Map<string, Entry[]>> {
  const chosen = new Map<string, Entry[]>(names.map((name) => [name, []]));
  const fills = new Map(names.map((name) => [name, new Fill(name)]));
  let left = room;
  for (const fill of fills.values()) left -= fill.bytes;
  for (const { entry, shard } of wanted) {
    await pause();
    const fill = fills.get(shard);
    if (!fill || fill.closed) continue;
    const taken = fill.add(entry, left);
    if (taken !== undefined) {
      left -= taken;
      chosen.get(shard)?.push(entry);
      continue;
    }
    // What no shard could hold is in nobody's way.
    if (new Fill(shard).add(entry, ITEM_BYTES) === undefined) continue;
    if (ITEM_BYTES - fill.bytes > left) break;
    fill.closed = true;
    left -= ITEM_BYTES - fill.bytes;
  }
  return chosen;
}

/**
 * What has to be written so that the area holds what `records` and it know together, as far as there is room. Kinds
 * that this version does not know stay in the area. Nothing is written where nothing of ours is missing: what another
 * device has there beyond that is its own affair, and two devices never take turns.
 * @param records all that is stored here, what the area holds included
 */
export async function planWrites(records: readonly ProgressRecord[], area: AreaRead): Promise<Plan> {
  const pause = pauses();
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
  const all = [...known].map(([id, entry]) => ({ id, entry, shard: shardOf(entry.key) }));
  const wanted = all.filter(({ shard }) => !area.leftAlone.has(shard)).sort(byRank);
  // Nobody would take a later time from the area.
  const sendable = wanted.filter(({ entry }) => entry.time <= LATEST);
  const names = shardNames.filter((name) => !area.leftAlone.has(name));
  let taken = 0;
  for (const [name, bytes] of area.bytes) if (!names.includes(name)) taken += bytes;
  const chosen = await choose(sendable, names, AREA_BYTES - '{}'.length - taken, pause);

  const planned = [];
  for (const [name, entries] of chosen) {
    await pause();
    const present = area.shards.get(name);
    const missing = entries.some((entry) => {
      const there = present?.get(idOf(entry as ProgressRecord));
      return !there || (there !== entry && laterEntry(there, entry) === entry);
    });
    const shard = encodeShard(entries);
    planned.push({ name, shard, missing, growth: itemBytes(name, shard) - (area.bytes.get(name) ?? 0) });
  }
  let total = '{}'.length;
  for (const bytes of area.bytes.values()) total += bytes;
  for (const { missing, growth } of planned) if (missing) total += growth;
  const due = planned
    .filter(({ missing, growth }) => missing || (total > AREA_BYTES && growth < 0))
    .sort((a, b) => a.growth - b.growth);

  let places = 0;
  let completions = 0;
  for (const { entry } of wanted) if (entry.key[1] === 'completion') completions++;
  for (const entries of chosen.values()) {
    places += entries.length;
    for (const entry of entries) if (entry.key[1] === 'completion') completions--;
  }
  return {
    writes: Object.fromEntries(due.map(({ name, shard }) => [name, shard])),
    leftOut: wanted.length - places,
    completionsLeftOut: completions,
    heldBack: all.length - wanted.length,
  };
}
