import type { ProgressRecord } from './records.ts';
import { compareStamps } from './stamp.ts';

/** Records by their id: the text of their key. */
export type Records = ReadonlyMap<string, ProgressRecord>;

/** The id of a record, as one text: what a `Map` can look up. */
export function idOf({ key }: Pick<ProgressRecord, 'key'>): string {
  return JSON.stringify(key);
}

/**
 * Which of two records with the same key counts: the later. Two devices cannot give the same stamp, but a file may
 * claim anything: then the value decides, so that everyone decides alike.
 */
export function laterOf(a: ProgressRecord, b: ProgressRecord): ProgressRecord {
  const order = compareStamps(a, b) || (JSON.stringify(a.value) < JSON.stringify(b.value) ? -1 : 1);
  return order < 0 ? b : a;
}

/**
 * What two devices know together: every record of either, of two with one id the later. The order of merging, and
 * merging again, change nothing.
 */
export function merge(a: Records, b: Records): Records {
  const merged = new Map(a);
  for (const [id, record] of b) {
    const known = merged.get(id);
    merged.set(id, known ? laterOf(known, record) : record);
  }
  return merged;
}
