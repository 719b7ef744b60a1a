import type * as v from 'valibot';
import { isAction } from './action.ts';
import type { kinds } from './kinds/index.ts';
import { idOf } from './merge.ts';
import { isRecord, type ProgressRecord, type Writing } from './records.ts';
import { compareStamps } from './stamp.ts';
import { openStore } from './store/store.ts';
import { write } from './write.ts';

type Kinds = typeof kinds;

/** What a record says that says nothing: records are never deleted, so one that an action made is written as this. */
export const NOTHING: { [Kind in keyof Kinds]: v.InferOutput<Kinds[Kind]>['value'] } = {
  completion: false,
  visit: false,
  audience: '',
  setting: '',
  // A course that nobody follows.
  course: { source: 'followed', address: '', title: '', archived: false, removed: true, place: 0 },
  pack: '',
  words: {},
  // Of an address that no resource has.
  note: {
    about: { kind: 'objective', id: '' },
    words: '',
    quote: '',
    address: '',
    title: '',
    evidence: false,
    made: 0,
  },
  badge: { jwt: '', audience: '', made: 0 },
  place: { address: 'https://', title: '', words: '' },
  move: { from: 'https://', times: 0, refused: false },
};

/** What came of undoing an action. */
export interface UndoResult {
  /** Number of records that are again as they were before it. */
  undone: number;
  /** Records that have been written again since, or do not fit any more: they stay as they are. */
  kept: ProgressRecord['key'][];
  /** Id of the undoing itself, by which it can be undone in turn; undefined where nothing was. */
  action: string | undefined;
}

/** Whether a stored record is still as `record` was written. */
const isUnchanged = (stored: unknown, record: ProgressRecord): boolean =>
  isRecord(stored) && compareStamps(stored, record) === 0;

/**
 * Whether `undo` would change anything: the log has the action, and a record is still as the action wrote it.
 * @throws Fault where progress cannot be read
 */
export async function canUndo(id: string): Promise<boolean> {
  const store = await openStore();
  const action = (await store.actions()).filter(isAction).find((each) => each.id === id);
  if (!action) return false;
  const starts = new Map(action.wrote.map(({ record: { key } }) => [`${key[0]} ${key[1]}`, key.slice(0, 2)]));
  const { found } = await store.read([...starts.values()]);
  const stored = new Map(found.filter(isRecord).map((record) => [idOf(record), record]));
  return action.wrote.some(({ record }) => isUnchanged(stored.get(idOf(record)), record));
}

/**
 * Takes an action back: every record that is still as the action wrote it says again what it said before. An action that the
 * log does not hold (any more) changes nothing.
 * @throws Fault where it cannot be written; then nothing is changed.
 */
export async function undo(id: string): Promise<UndoResult> {
  let kept: UndoResult['kept'] = [];
  const { records, action } = await write({ kind: 'undo', course: '', what: id }, async (transaction) => {
    const found = await transaction.action(id);
    if (!isAction(found)) return [];
    const present = await transaction.get(found.wrote.map(({ record }) => record.key));
    const writings: Writing[] = [];
    kept = [];
    for (const [index, { record, before }] of found.wrote.entries()) {
      const { key } = record;
      const now = present[index];
      if (isUnchanged(now, record)) writings.push({ key, value: before ?? NOTHING[key[1]] } as Writing);
      else kept.push(key);
    }
    return writings;
  });
  return { undone: records.length, kept, action };
}
