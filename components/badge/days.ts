import type { Held } from '../../credentials/verify.ts';
import { dayOf } from '../../progress/records.ts';

/** The days that a badge made at `time` signs for what was `reached` (ms since 1970, by id), by the calendar of this browser. */
export function daysOf(reached: ReadonlyMap<string, number>, time: number) {
  return { reached: new Map([...reached].map(([id, ticked]) => [id, dayOf(ticked)])), day: dayOf(time) };
}

/**
 * The day on which a badge was made, by the calendar of this browser; where that has not come to the last day that is signed yet,
 * the badge was made on that one, by the calendar there.
 */
export function dayMade({
  time,
  objectives,
}: Pick<Held, 'time'> & { objectives: readonly { day: string }[] }): string {
  return objectives.reduce((last, { day }) => (day > last ? day : last), dayOf(time));
}
