import type { ValidBadge } from '../../credentials/verify.ts';
import { dayOf } from '../../progress/records.ts';

/**
 * Returns the dates that a badge made at `time` contains, in this browser's time zone.
 * @param reached when each objective was ticked, by its id; all times in ms since 1970
 */
export function daysOf(reached: ReadonlyMap<string, number>, time: number) {
  return { reached: new Map([...reached].map(([id, ticked]) => [id, dayOf(ticked)])), day: dayOf(time) };
}

/**
 * Returns the date on which a badge was made, in this browser's time zone. If the badge contains a later date, because its maker's
 * time zone was ahead of this one, that date is returned.
 */
export function dayMade({
  time,
  objectives,
}: Pick<ValidBadge, 'time'> & { objectives: readonly { day: string }[] }): string {
  return objectives.reduce((last, { day }) => (day > last ? day : last), dayOf(time));
}
