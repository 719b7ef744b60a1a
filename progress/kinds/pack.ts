import * as v from 'valibot';
import { Id, kindOf } from './kind.ts';

/** The longest text of a pack that is kept, in UTF-16 code units: beyond what the limits of a pack allow to make sense. */
export const LONGEST_PACK = 2_000_000;

/**
 * The pack of a course that is followed or was imported, as the text of its JSON: key is `*`, which is no course's id, so that
 * reading what was done in a course does not read this; kind, the course's id. It is checked by the schema of packs where it is read. '' for none.
 */
export const pack = kindOf(
  v.strictTuple([v.literal('*'), v.literal('pack'), Id]),
  v.pipe(v.string(), v.maxLength(LONGEST_PACK)),
);
