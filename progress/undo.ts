import { isAction } from './action.ts';
import { kinds } from './kinds.ts';
import { idOf } from './merge.ts';
import { type CourseRecord, isOf, isRecord, type ProgressRecord, type Writing } from './records.ts';
import { compareStamps } from './stamp.ts';
import { openStore } from './store/open-store.ts';
import { write } from './write.ts';

/** The result of undoing an action. */
export interface UndoResult {
  /** Number of records that have the value from before the action again. */
  undone: number;
  /** Keys of records that stay as they are, because they were written again since, or no longer fit. */
  kept: ProgressRecord['key'][];
  /** The id of the undoing itself, which can be undone in turn; undefined if nothing was undone. */
  action: string | undefined;
}

/** Whether a stored record is still as `record` was written. */
const isUnchanged = (stored: unknown, record: ProgressRecord): boolean =>
  isRecord(stored) && compareStamps(stored, record) === 0;

/**
 * Whether `undo` would change anything: the action is in the log, and at least one record is still as the action wrote it.
 * @throws Fault if progress cannot be read
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

/** A course that an undo adds to the library again, or takes out of the archive. */
export interface ReturningCourse {
  id: string;
  /** The text of the pack that comes back with it; undefined if that was not removed. */
  pack: string | undefined;
}

const isInUse = ({ removed, archived }: CourseRecord['value']) => !removed && !archived;

/** The courses that undoing the action `id` brings back. */
async function returningCourses(id: string): Promise<ReturningCourse[]> {
  const action = (await (await openStore()).actions()).filter(isAction).find((each) => each.id === id);
  const wrote = action?.wrote ?? [];
  return wrote.flatMap(({ record, before }) => {
    if (!isOf(record, 'course') || isInUse(record.value)) return [];
    if (!before || !isInUse(before as CourseRecord['value'])) return [];
    const pack = wrote.find(
      (each) => isOf(each.record, 'pack') && each.record.key[2] === record.key[2],
    )?.before;
    return { id: record.key[2], pack: typeof pack === 'string' ? pack : undefined };
  });
}

/**
 * Undoes an action: every record that is still as the action wrote it gets its value from before, or the empty value of its kind
 * if it did not exist. If the action is not in the log (any more), nothing changes.
 * @param onReturn makes what courses get that the undo brings back; it is written in the same action
 * @throws Fault if it cannot be written; then nothing is changed
 */
export async function undo(
  id: string,
  onReturn?: (courses: readonly ReturningCourse[]) => Promise<readonly Writing[]>,
): Promise<UndoResult> {
  const courses = onReturn ? await returningCourses(id) : [];
  const more = courses.length > 0 ? ((await onReturn?.(courses)) ?? []) : [];
  let kept: UndoResult['kept'] = [];
  const { records, action } = await write({ kind: 'undo', course: '', what: id }, async (transaction) => {
    const found = await transaction.action(id);
    if (!isAction(found)) return [];
    const present = await transaction.get(found.wrote.map(({ record }) => record.key));
    const writings: Writing[] = [];
    kept = [];
    for (const [index, { record, before }] of found.wrote.entries()) {
      const { key } = record;
      if (isUnchanged(present[index], record))
        writings.push({ key, value: before ?? kinds[key[1]].empty } as Writing);
      else kept.push(key);
    }
    return writings.length > 0 ? [...writings, ...more] : [];
  });
  return { undone: records.length, kept, action };
}
