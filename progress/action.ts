import * as v from 'valibot';
import { isRecord, type ProgressRecord } from './records.ts';
import { stampEntries } from './stamp.ts';

const Text = v.pipe(v.string(), v.maxLength(1000));

const ActionSchema = v.object({
  /** Ids sort by time. */
  id: Text,
  time: stampEntries.time,
  /** What the reader did; the interface has a sentence for each. */
  kind: v.picklist([
    'tick',
    'mark',
    'audience',
    'section',
    'course',
    'note',
    'badge',
    'library',
    'import',
    'undo',
  ]),
  /** The course that it was done in; '' where it was none. */
  course: Text,
  /** What it was done to: the id of an objective, resource, audience, section, note, badge or course of the library, a file's name, or the action undone. */
  what: Text,
  wrote: v.array(v.object({})),
});

/** One entry of the log of actions. It stays on this device: it is no progress, only the way back. */
export interface Action extends Omit<v.InferOutput<typeof ActionSchema>, 'wrote'> {
  /** The records as the action wrote them, each with the value that it had before; null where there was none. */
  wrote: { record: ProgressRecord; before: ProgressRecord['value'] | null }[];
}

/** An action before it was done. */
export type ActionInfo = Pick<Action, 'kind' | 'course' | 'what'>;

/** Whether something stored is an action that fits. */
export function isAction(stored: unknown): stored is Action {
  return (
    v.is(ActionSchema, stored) &&
    (stored as Action).wrote.every(
      ({ record, before }) => isRecord(record) && (before === null || isRecord({ ...record, value: before })),
    )
  );
}
