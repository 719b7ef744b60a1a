import * as v from 'valibot';

/**
 * When a record was written: a hybrid logical clock. It is the writer's clock, except that a record is always later than the one that
 * it replaces, however wrong a clock was: then `time` stays and `count` grows.
 */
export interface Stamp {
  /** Milliseconds since 1970, by the writer's clock. */
  time: number;
  /** Orders records with the same `time`. */
  count: number;
  /** Id of the browser profile that wrote it; '' in records of 0.1.0, and if no id can be stored. */
  device: string;
}

/** The highest `count`. The next record takes the next millisecond instead. */
const MAX_COUNT = 1_000_000;

/**
 * The latest time (ms since 1970) that is accepted from another device or a file: the end of the year 9999. A `Date` can hold much later
 * times, so an accepted record can always be replaced by a later one.
 */
export const MAX_TIME = 253_402_300_799_999;

/** The fields of a timestamp, for schemas. The latest time is the latest that a `Date` can hold. */
export const stampEntries = {
  time: v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(8.64e15)),
  count: v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(MAX_COUNT)),
  device: v.pipe(v.string(), v.maxLength(40)),
};

/** The timestamp of a record that `device` writes at `now` (ms) over one with the timestamp `previous`, if there is one. */
export function stampAfter(previous: Stamp | undefined, now: number, device: string): Stamp {
  if (!previous || now > previous.time) return { time: now, count: 0, device };
  if (previous.count >= MAX_COUNT) return { time: previous.time + 1, count: 0, device };
  return { time: previous.time, count: previous.count + 1, device };
}

/** Compares timestamps: negative if `a` is earlier than `b`, positive if it is later, 0 if they are the same. */
export function compareStamps(a: Stamp, b: Stamp): number {
  return a.time - b.time || a.count - b.count || (a.device < b.device ? -1 : Number(a.device > b.device));
}
