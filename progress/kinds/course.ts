import * as v from 'valibot';
import { Id, kindOf } from './kind.ts';

/**
 * A course in the reader's library, as far as it is small enough to be synced: key is an empty course, kind, the course's id. What
 * it teaches is its pack (`pack.ts`). A built-in course has one only where the reader put it in another place.
 */
export const course = kindOf(
  v.strictTuple([v.literal(''), v.literal('course'), Id]),
  v.object({
    /** Where it is from: the extension, a page that the reader follows, a file. */
    source: v.picklist(['built-in', 'followed', 'imported']),
    /** Its page, by which another computer can follow it as well; '' for a built-in course. */
    address: v.pipe(v.string(), v.maxLength(2000), v.regex(/^(?:https:\/\/|$)/)),
    title: v.pipe(v.string(), v.maxLength(300)),
    archived: v.boolean(),
    removed: v.boolean(),
    /** Its place among the courses, the lowest first. */
    place: v.pipe(v.number(), v.safeInteger()),
  }),
);
