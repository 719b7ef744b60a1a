import { kindNamed } from '../kinds.ts';
import { compareStamps } from '../stamp.ts';
import type { Yielder } from '../yielder.ts';
import { bytesOf, ITEM_BYTES, itemBytes, shardOf } from './area.ts';
import { type Entry, encodeShard, fieldsOf, headOf } from './shard.ts';

/** An entry with its id, for sorting. */
export interface Ranked {
  id: string;
  entry: Entry;
}

const RANKS = { first: 0, normal: 1, last: 2, never: 1 };

/** Kinds with a lower rank get their place first. Those that only another version knows are like most kinds. */
function rankOf({ entry }: Ranked): number {
  return RANKS[kindNamed(entry.key[1])?.sync ?? 'normal'];
}

/** Sorts records by the order in which they get their place: completions, other kinds, visits; of each the latest first. */
export function byRank(a: Ranked, b: Ranked): number {
  return rankOf(a) - rankOf(b) || compareStamps(b.entry, a.entry) || (a.id < b.id ? -1 : 1);
}

/**
 * An upper bound of a shard's size. It counts every line number as if it had two digits, so that the order of entries does not
 * matter.
 */
class ShardFill {
  bytes: number;
  closed = false;
  readonly #lines = new Set<string>();
  readonly #heads = new Set<string>();

  constructor(name: string) {
    // No checksum of 32 bits is longer than `zzzzzzz`.
    this.bytes = itemBytes(name, { ...encodeShard([]), sum: 'zzzzzzz' });
  }

  /** Adds an entry and returns the bytes that it takes; adds nothing and returns undefined if they are more than `space`, or the shard is full. */
  add(entry: Entry, space: number): number | undefined {
    const fresh = new Set<string>();
    const at = (line: string) => {
      if (!this.#lines.has(line)) fresh.add(line);
      return 'zz';
    };
    const head = headOf(entry).join('\n');
    const heading = headOf(entry).map(at).join('.');
    let bytes = ','.length + fieldsOf(entry, at).length;
    if (!this.#heads.has(head)) bytes += ';'.length + heading.length;
    // JSON.stringify adds two quotes, which are as long as the escaped line break that the shard has instead.
    for (const line of fresh) bytes += bytesOf(JSON.stringify(line));
    if (bytes > space || this.bytes + bytes > ITEM_BYTES) return undefined;
    for (const line of fresh) this.#lines.add(line);
    this.#heads.add(head);
    this.bytes += bytes;
    return bytes;
  }
}

/**
 * Allocates space in the synced area to entries, in the order given, until it is full. Once an entry does not fit into its shard, the
 * shard is closed and counts as completely full. So of two devices, the one that has more entries never allocates more to a shard.
 * @param names the shards that may be written
 * @param space the bytes that these may take together
 * @returns the entries of each shard, by its name
 */
export async function allocateShards(
  wanted: Ranked[],
  names: readonly string[],
  space: number,
  pause: Yielder,
): Promise<Map<string, Ranked[]>> {
  const allocated = new Map<string, Ranked[]>(names.map((name) => [name, []]));
  const fills = new Map(names.map((name) => [name, new ShardFill(name)]));
  let left = space;
  for (const fill of fills.values()) left -= fill.bytes;
  for (const ranked of wanted) {
    await pause();
    const { entry } = ranked;
    const shard = shardOf(entry.key);
    const fill = fills.get(shard);
    if (!fill || fill.closed) continue;
    const bytes = fill.add(entry, left);
    if (bytes !== undefined) {
      left -= bytes;
      allocated.get(shard)?.push(ranked);
      continue;
    }
    // An entry that is too large even for an empty shard does not close its shard.
    if (new ShardFill(shard).add(entry, ITEM_BYTES) === undefined) continue;
    if (ITEM_BYTES - fill.bytes > left) break;
    fill.closed = true;
    left -= ITEM_BYTES - fill.bytes;
  }
  return allocated;
}
