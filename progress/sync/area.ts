import { idOf, laterOf } from '../merge.ts';
import type { ProgressRecord } from '../records.ts';
import { decodeShard, type Entry, hashOf } from './shard.ts';

/** The synced area of the browser's account, as `browser.storage.sync` is. */
export interface SyncArea {
  get(keys: null): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
}

/** Bytes of the whole area, in both browsers. */
export const AREA_BYTES = 102_400;
/** Bytes of one item with its key. Chrome takes 8,192, Firefox one less. */
export const ITEM_BYTES = 8_191;

/**
 * Number of shards: a small change rewrites about a 32nd of what is kept, and one shard of 13 that would do can be
 * two and a half times as full as the others before it is the first to overflow.
 */
export const SHARDS = 32;

const PREFIX = 'progress.';

/** The name of every shard's item. */
export const shardNames: readonly string[] = Array.from(
  { length: SHARDS },
  (_, at) => `${PREFIX}${at.toString(36)}`,
);

/** The name of the shard that a record belongs to. The visits of one resource are together: they share their text. */
export function shardOf(key: readonly string[]): string {
  return `${PREFIX}${(hashOf(JSON.stringify(key.slice(0, 3))) % SHARDS).toString(36)}`;
}

const utf8 = new TextEncoder();

/** Bytes of a text within JSON as browsers count it. Chrome writes `<`, U+2028 and U+2029 as six characters each. */
export function bytesOf(json: string): number {
  return utf8.encode(json.replace(/[<\u2028\u2029]/g, '\\u0000')).length;
}

/** Bytes that an item takes. Firefox also counts what stands around it in the JSON of the whole area. */
export function itemBytes(name: string, value: unknown): number {
  return bytesOf(name) + bytesOf(JSON.stringify(value) ?? '') + '"":,'.length;
}

/** What was found in the synced area. */
export interface AreaRead {
  /** The records of every shard that can be read, by its name and their ids. */
  shards: ReadonlyMap<string, ReadonlyMap<string, Entry>>;
  /** Names of shards of another version, or damaged: they are left as they are. */
  leftAlone: ReadonlySet<string>;
  /** Bytes of every item, of strangers too. */
  bytes: ReadonlyMap<string, number>;
}

/** Of two entries with one id the later; the first where they are the same. */
export function laterEntry(a: Entry, b: Entry): Entry {
  return laterOf(a as ProgressRecord, b as ProgressRecord) as Entry;
}

/** Reads what `area.get(null)` gave, whatever it is. */
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

/** Empties the synced area of progress, on every computer; also of what is damaged or of another version. */
export async function clearArea(area: SyncArea): Promise<void> {
  const names = Object.keys(await area.get(null)).filter((name) => name.startsWith(PREFIX));
  if (names.length > 0) await area.remove(names);
}
