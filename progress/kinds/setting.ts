import * as v from 'valibot';
import { Id, kindOf } from './kind.ts';

/** A choice of the reader for the whole program, which belongs to no course: key is an empty course, kind, name. */
export const setting = kindOf(
  v.strictTuple([v.literal(''), v.literal('setting'), Id]),
  v.pipe(v.string(), v.maxLength(1000)),
);
