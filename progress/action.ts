import * as v from 'valibot';
import { isRecord, type ProgressRecord } from './records.ts';
import { stampEntries } from './stamp.ts';

const Text = v.pipe(v.string(), v.maxLength(1000));

const ActionSchema = v.object({
  /** Sorts by time. */
  id: Text,
  time: stampEntries.time,
  /** What the reader did. The history (`components/settings/use-history.ts`) describes each kind. */
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
  /** The id of the course; '' for none. */
  course: Text,
  /**
   * What it was done to: the id of an objective, resource, audience, section, note, badge or course in the library; the name of an
   * imported file; or the id of the undone action.
   */
  what: Text,
  wrote: v.array(v.object({})),
});

/** One entry of the log of actions. The log is only for undo and history, and never leaves this device. */
export interface Action extends Omit<v.InferOutput<typeof ActionSchema>, 'wrote'> {
  /** The records as the action wrote them, each with its value before; null if it did not exist. */
  wrote: { record: ProgressRecord; before: ProgressRecord['value'] | null }[];
}

/** What an action is, before it is done. */
export type ActionInfo = Pick<Action, 'kind' | 'course' | 'what'>;

/** Whether something stored is an action that fits its schema. */
export function isAction(stored: unknown): stored is Action {
  return (
    v.is(ActionSchema, stored) &&
    (stored as Action).wrote.every(
      ({ record, before }) => isRecord(record) && (before === null || isRecord({ ...record, value: before })),
    )
  );
}
