import * as v from 'valibot';
import { Id, kindOf } from './kind.ts';

const Link = v.pipe(v.string(), v.maxLength(2000), v.startsWith('https://'));

/**
 * Where a resource's link was seen to lead when it was opened from the panel: key is course, kind, resource. `from` is
 * the address that the course gave it then: the move says nothing of any other.
 */
export const move = kindOf(
  v.strictTuple([Id, v.literal('move'), Id]),
  v.object({
    from: Link,
    to: Link,
    /** How often it led there. */
    times: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
    /** Whether the reader took it back: then it is not learned again. */
    refused: v.boolean(),
  }),
);
