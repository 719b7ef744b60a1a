import { isOf, isRecord, type Writing } from './records.ts';
import type { Transaction } from './store/store.ts';
import { type WriteResult, write } from './write.ts';

/** Everything ticked and visited in `course`, of objectives and resources that `which` names, as no longer so. */
async function takenBack(
  transaction: Transaction,
  course: string,
  which: (id: string) => boolean,
): Promise<Writing[]> {
  const stored = (await transaction.under([course])).filter(isRecord);
  return stored
    .filter((record) => isOf(record, 'completion') || isOf(record, 'visit'))
    .filter(({ key, value }) => value && which(key[2]))
    .map(({ key }) => ({ key, value: false }) as Writing);
}

/**
 * Takes back what was done in a section: the ticks and visits of these objectives and resources. It is one action, and can be
 * undone. Nothing is deleted: other devices are to learn of it.
 * @throws Fault where it cannot be written; then nothing is changed.
 */
export function resetSection(course: string, section: string, ids: Iterable<string>): Promise<WriteResult> {
  const which = new Set(ids);
  return write({ kind: 'section', course, what: section }, (transaction) =>
    takenBack(transaction, course, (id) => which.has(id)),
  );
}

/** The same for a whole course. @throws Fault as `resetSection` does */
export function resetCourse(course: string): Promise<WriteResult> {
  return write({ kind: 'course', course, what: '' }, (transaction) =>
    takenBack(transaction, course, () => true),
  );
}
