import { idOf, laterOf } from '../merge.ts';
import type { ProgressRecord } from '../records.ts';
import { decodeShard, type Entry, hashOf } from './shard.ts';

/** The storage that the browser syncs with the reader's account: `browser.storage.sync`. */
export interface SyncArea {
  get(keys: null): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
}

/** The bytes that the whole area may have, in Chrome and Firefox. */
export const AREA_BYTES = 102_400;
/** The bytes that one item may have, with its key. Chrome allows 8,192, Firefox one less. */
export const ITEM_BYTES = 8_191;

/**
 * Number of shards. Thirteen would have enough space, but with 32 a small change rewrites only about a 32nd of everything, and one
 * shard can be two and a half times as full as the others before it overflows.
 */
export const SHARDS = 32;

const PREFIX = 'progress.';

/** The keys of all shards in the synced area. */
export const shardNames: readonly string[] = Array.from(
  { length: SHARDS },
  (_, at) => `${PREFIX}${at.toString(36)}`,
);

/**
 * The name of the shard that a record belongs to. All visits of one resource are in one shard, because they share most of their text.
 * This is part of the form of shards: if it changes, their `VERSION` must change.
 */
export function shardOf(key: readonly string[]): string {
  return `${PREFIX}${(hashOf(JSON.stringify(key.slice(0, 3))) % SHARDS).toString(36)}`;
}

const utf8 = new TextEncoder();

/** The bytes of JSON as browsers count them. Chrome writes `<`, U+2028 and U+2029 as six characters each. */
export function bytesOf(json: string): number {
  return utf8.encode(json.replace(/[<\u2028\u2029]/g, '\\u0000')).length;
}

/** The bytes of an item. Firefox also counts the punctuation around it in the JSON of the whole area. */
export function itemBytes(name: string, value: unknown): number {
  return bytesOf(name) + bytesOf(JSON.stringify(value) ?? '') + '"":,'.length;
}

/** What was read from the synced area. */
export interface AreaRead {
  /** The entries of every readable shard: by the name of the shard, then by their ids. */
  shards: ReadonlyMap<string, ReadonlyMap<string, Entry>>;
  /** Names of shards that are damaged or of another version. They are never written. */
  leftAlone: ReadonlySet<string>;
  /** The bytes of every item, also of items that are not shards. */
  bytes: ReadonlyMap<string, number>;
}

/** Of two entries with one id the later; the first where they are the same. */
export function laterEntry(a: Entry, b: Entry): Entry {
  return laterOf(a as ProgressRecord, b as ProgressRecord) as Entry;
}

/** Reads the items of the synced area, whatever they are. */
export function readArea(items: Record<string, unknown>): AreaRead {
  const shards = new Map<string, Map<string, Entry>>();
  const leftAlone = new Set<string>();
  const bytes = new Map<string, number>();
  for (const [name, stored] of Object.entries(items)) {
    bytes.set(name, itemBytes(name, stored));
    if (!shardNames.includes(name)) continue;
    const entries = decodeShard(stored);
    if (!entries) {
      leftAlone.add(name);
      continue;
    }
    const shard = new Map<string, Entry>();
    for (const entry of entries) {
      const id = idOf(entry as ProgressRecord);
      const known = shard.get(id);
      shard.set(id, known ? laterEntry(known, entry) : entry);
    }
    shards.set(name, shard);
  }
  return { shards, leftAlone, bytes };
}

/** Removes all shards from the synced area, and so on every computer, including damaged ones and those of other versions. */
export async function clearArea(area: SyncArea): Promise<void> {
  const names = Object.keys(await area.get(null)).filter((name) => name.startsWith(PREFIX));
  if (names.length > 0) await area.remove(names);
}
