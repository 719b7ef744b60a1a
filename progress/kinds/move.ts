import * as v from 'valibot';
import { Id, kindOf } from './kind.ts';

const Link = v.pipe(v.string(), v.maxLength(2000), v.startsWith('https://'));

/**
 * A page that a resource's link was seen to lead to when it was opened from the panel: key is course, kind, resource,
 * the page's address.
 */
export const move = kindOf(
  v.strictTuple([Id, v.literal('move'), Id, Link]),
  v.object({
    /** The address that the course gave the resource then: of any other the move says nothing. */
    from: Link,
    /** How often it led there. */
    times: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
    /** Whether the reader took it back: then it is not learned again. */
    refused: v.boolean(),
  }),
);
