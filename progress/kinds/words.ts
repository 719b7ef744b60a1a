import * as v from 'valibot';
import { Id, kindOf } from './kind.ts';

/** What the page of a built-in course calls its objectives, by their ids: key is `*`, kind, the course's id. */
export const words = kindOf(
  v.strictTuple([v.literal('*'), v.literal('words'), Id]),
  v.pipe(v.record(Id, v.pipe(v.string(), v.maxLength(300))), v.maxEntries(2000)),
);
