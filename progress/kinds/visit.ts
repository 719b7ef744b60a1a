import * as v from 'valibot';
import { Id, kindOf } from './kind.ts';

/** A resource read on a day in the reader's time zone (or unmarked): key is course, kind, resource, day. */
export const visit = kindOf(v.strictTuple([Id, v.literal('visit'), Id, Id]), v.boolean());
