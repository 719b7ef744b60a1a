import * as v from 'valibot';
import { Id, kindOf } from './kind.ts';

/** An objective ticked (or no longer): key is course, kind, objective. */
export const completion = kindOf(v.strictTuple([Id, v.literal('completion'), Id]), v.boolean());
