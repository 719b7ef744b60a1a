import * as v from 'valibot';
import { stampEntries } from './stamp.ts';

const Text = v.pipe(v.string(), v.maxLength(1000));
const Key = v.array(Text);
const Value = v.union([v.string(), v.boolean(), v.record(v.string(), v.unknown())]);

const DidEntries = {
  /** What the reader did; the interface has a sentence for each. */
  kind: v.picklist(['tick', 'mark', 'audience', 'section', 'course', 'import', 'undo']),
  /** The course that it was done in, where it was one. */
  course: v.optional(Text),
  /** What it was done to: the id of an objective, resource, audience or section, a file's name, or the action undone. */
  what: v.optional(Text),
};

/** One entry of the log of actions. It stays on this device: it is no progress, only the way back. */
export const ActionSchema = v.object({
  /** Ids sort by time. */
  id: Text,
  time: stampEntries.time,
  ...DidEntries,
  wrote: v.array(
    v.object({
      key: Key,
      /** What the record said before; not there where there was no record. */
      before: v.optional(Value),
      value: Value,
      stamp: v.object(stampEntries),
    }),
  ),
});

export type Action = v.InferOutput<typeof ActionSchema>;
/** An action before it was done. */
export type Did = Pick<Action, 'kind' | 'course' | 'what'>;
