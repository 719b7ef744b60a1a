import * as v from 'valibot';
import { Id, kindOf } from './kind.ts';

/** The longest signed credential that is kept, in characters. */
export const LONGEST_BADGE = 100_000;

/** A badge that the reader made: key is course, kind, the badge's own id. What it says is in what was signed. */
export const badge = kindOf(
  v.strictTuple([Id, v.literal('badge'), Id]),
  v.object({
    /** The signed credential, a JWT; '' for none. */
    jwt: v.pipe(v.string(), v.maxLength(LONGEST_BADGE), v.regex(/^[\w.-]*$/)),
    /** Whose objectives were reached. */
    audience: Id,
    /** When it was made, in milliseconds since 1970. */
    made: v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(8.64e15)),
  }),
);
