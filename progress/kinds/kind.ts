import * as v from 'valibot';
import { stampEntries } from '../stamp.ts';

/** An id that a course gives; longer than any pack may have, since what is stored outlives the rules. */
export const Id = v.pipe(v.string(), v.maxLength(200));

/** The schema of a kind of record: its permanent id (`key`, beginning with the course and naming the kind) and its value. */
export function kindOf<
  Key extends v.GenericSchema<readonly string[]>,
  Value extends v.GenericSchema<string | boolean | object>,
>(key: Key, value: Value) {
  return v.object({ key, value, ...stampEntries });
}
