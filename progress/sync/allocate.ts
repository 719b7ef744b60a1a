import { kindNamed } from '../kinds.ts';
import { compareStamps } from '../stamp.ts';
import type { Yielder } from '../yielder.ts';
import { bytesOf, ITEM_BYTES, itemBytes, shardOf } from './area.ts';
import { type Entry, encodeShard, fieldsOf, headOf } from './shard.ts';

/** An entry with its id, to be put in order. */
export interface Ranked {
  id: string;
  entry: Entry;
}

const RANKS = { first: 0, normal: 1, last: 2, never: 1 };

/** Kinds with a lower rank get their place first. Those that only another version knows are like most kinds. */
function rankOf({ entry }: Ranked): number {
  return RANKS[kindNamed(entry.key[1])?.sync ?? 'normal'];
}

/** The order in which records get their place: completions, other kinds, visits; of each the latest first. */
export function byRank(a: Ranked, b: Ranked): number {
  return rankOf(a) - rankOf(b) || compareStamps(b.entry, a.entry) || (a.id < b.id ? -1 : 1);
}

/** How full a shard is, at most: counted as if every number of a line had two digits, so that order does not matter. */
class ShardFill {
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
 * Chooses what the area is to hold: in the order given, until it is full. A shard that is full takes nothing more and
 * counts as a whole, so that of two devices the one that knows more chooses, of each shard, the same or less.
 * @param names of the shards that may be written
 * @param room bytes that they may take together
 */
export async function allocateShards(
  wanted: Ranked[],
  names: readonly string[],
  room: number,
  pause: Yielder,
): Promise<Map<string, Ranked[]>> {
  const chosen = new Map<string, Ranked[]>(names.map((name) => [name, []]));
  const fills = new Map(names.map((name) => [name, new ShardFill(name)]));
  let left = room;
  for (const fill of fills.values()) left -= fill.bytes;
  for (const ranked of wanted) {
    await pause();
    const { entry } = ranked;
    const shard = shardOf(entry.key);
    const fill = fills.get(shard);
    if (!fill || fill.closed) continue;
    const taken = fill.add(entry, left);
    if (taken !== undefined) {
      left -= taken;
      chosen.get(shard)?.push(ranked);
      continue;
    }
    // What no shard could hold is in nobody's way.
    if (new ShardFill(shard).add(entry, ITEM_BYTES) === undefined) continue;
    if (ITEM_BYTES - fill.bytes > left) break;
    fill.closed = true;
    left -= ITEM_BYTES - fill.bytes;
  }
  return chosen;
}
