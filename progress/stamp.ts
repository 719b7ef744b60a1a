import * as v from 'valibot';

/**
 * When something was written: a hybrid logical time. It is the writer's clock, except that what is written over
 * something is always later than that, however wrong a clock was: then `time` stays and `count` grows.
 */
export interface Stamp {
  /** Milliseconds since 1970, by the clock of whoever wrote it. */
  time: number;
  /** Order among writings of one `time`. */
  count: number;
  /** Id of the browser profile that wrote it; '' where that was not yet kept. */
  device: string;
}

/** Writings of one `time` that are told apart by `count`; the one after them takes the next millisecond. */
const COUNTS = 1_000_000;

/**
 * The latest time (ms) that is taken from another device or a file: the end of the year 9999. A `Date` reaches much
 * further, so whatever comes in can always be written over.
 */
export const MAX_TIME = 253_402_300_799_999;

/** A stamp's fields, for the schemas of what is stored. The latest time is the latest that a `Date` can hold. */
export const stampEntries = {
  time: v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(8.64e15)),
  count: v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(COUNTS)),
  device: v.pipe(v.string(), v.maxLength(40)),
};

/** The stamp of what `device` writes at `now` (ms) over what bears the stamp `previous`, if there is something. */
export function stampAfter(previous: Stamp | undefined, now: number, device: string): Stamp {
  if (!previous || now > previous.time) return { time: now, count: 0, device };
  if (previous.count >= COUNTS) return { time: previous.time + 1, count: 0, device };
  return { time: previous.time, count: previous.count + 1, device };
}

/** Orders stamps: negative where `a` is earlier than `b`, positive where it is later, 0 for the same stamp. */
export function compareStamps(a: Stamp, b: Stamp): number {
  return a.time - b.time || a.count - b.count || (a.device < b.device ? -1 : Number(a.device > b.device));
}
