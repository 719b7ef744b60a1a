import * as v from 'valibot';
import { Id, kindOf } from './kind.ts';

/** Where the reader left off in a course: key is course, kind. */
export const place = kindOf(
  v.strictTuple([Id, v.literal('place')]),
  v.object({
    /** The page, with the heading that was being read. */
    address: v.pipe(v.string(), v.maxLength(2000), v.startsWith('https://')),
    /** What is shown for it. */
    title: v.pipe(v.string(), v.maxLength(500)),
    /** The first words of what was being read; '' where they are not known. */
    words: v.pipe(v.string(), v.maxLength(500)),
  }),
);
