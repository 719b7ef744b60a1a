import * as v from 'valibot';
import { Id, kindOf } from './kind.ts';

/**
 * The longest quote and the longest words of a note, in UTF-16 code units. A note is a sentence or a few: so each finds
 * room in one item of the synced area, in any language.
 */
export const LONGEST_NOTE = { quote: 800, words: 1200, title: 300, address: 2000 };

/** What the reader keeps with an objective or a resource: key is course, kind, id. One without quote and words says nothing. */
export const note = kindOf(
  v.strictTuple([Id, v.literal('note'), Id]),
  v.object({
    /** What it belongs to. */
    about: v.object({ kind: v.picklist(['objective', 'resource']), id: Id }),
    /** The reader's own words; '' for none. */
    words: v.pipe(v.string(), v.maxLength(LONGEST_NOTE.words)),
    /** What was selected on the page, a line a block; '' for none. */
    quote: v.pipe(v.string(), v.maxLength(LONGEST_NOTE.quote)),
    /** The page that the quote is from, with the heading above it, and what both are called; '' where there is no quote. */
    address: v.pipe(v.string(), v.maxLength(LONGEST_NOTE.address), v.regex(/^(?:https:\/\/|$)/)),
    title: v.pipe(v.string(), v.maxLength(LONGEST_NOTE.title)),
    /** Whether it shows that its objective is reached. */
    evidence: v.boolean(),
    /** When it was first kept, in milliseconds since 1970. */
    made: v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(8.64e15)),
  }),
);
