import * as v from 'valibot';
import { Id, kindOf } from './kind.ts';

/**
 * What the page of a built-in course calls its objectives, by their ids: key is `*`, kind, the course's id. Under `''`, which is no
 * objective's id, is the language of that page. Versions up to 0.3.0 gave no language, and paired objectives by their position:
 * their records have to be checked before they are shown.
 */
export const words = kindOf(
  v.strictTuple([v.literal('*'), v.literal('words'), Id]),
  v.pipe(v.record(Id, v.pipe(v.string(), v.maxLength(300))), v.maxEntries(2000)),
);
