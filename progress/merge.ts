import type { ProgressRecord } from './records.ts';
import { compareStamps } from './stamp.ts';

/** Records by their ids (see `idOf`). */
export type Records = ReadonlyMap<string, ProgressRecord>;

/** The key of a record as one text, for use in a `Map`. */
export function idOf({ key }: Pick<ProgressRecord, 'key'>): string {
  return JSON.stringify(key);
}

/**
 * The later of two records with the same key. Two devices never make the same timestamp, but a file may claim anything: then the value
 * decides, so that all devices choose the same record.
 */
export function laterOf(a: ProgressRecord, b: ProgressRecord): ProgressRecord {
  const order = compareStamps(a, b) || (JSON.stringify(a.value) < JSON.stringify(b.value) ? -1 : 1);
  return order < 0 ? b : a;
}

/**
 * Merges what two devices know: every record of either, and of two with one id the later. Merging is commutative, associative and
 * idempotent.
 */
export function merge(a: Records, b: Records): Records {
  const merged = new Map(a);
  for (const [id, record] of b) {
    const known = merged.get(id);
    merged.set(id, known ? laterOf(known, record) : record);
  }
  return merged;
}
