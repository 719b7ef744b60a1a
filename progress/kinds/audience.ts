import * as v from 'valibot';
import { Id, kindOf } from './kind.ts';

/** The audience that the reader chose for a course: key is course, kind. */
export const audience = kindOf(v.strictTuple([Id, v.literal('audience')]), Id);
