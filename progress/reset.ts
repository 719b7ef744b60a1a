import { isOf, isRecord, type Writing } from './records.ts';
import type { Transaction } from './store/store.ts';
import { type WriteResult, write } from './write.ts';

/** Clears the ticks and visits in `course` of those objectives and resources whose ids `which` accepts. */
async function clearing(
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
 * Clears the ticks and visits of a section, which has the objectives and resources with these `ids`. It is one action that can be
 * undone. Records are not deleted but written as cleared, so that other devices learn of it.
 * @throws Fault if it cannot be written; then nothing is changed
 */
export function resetSection(course: string, section: string, ids: Iterable<string>): Promise<WriteResult> {
  const which = new Set(ids);
  return write({ kind: 'section', course, what: section }, (transaction) =>
    clearing(transaction, course, (id) => which.has(id)),
  );
}

/** Clears all ticks and visits of a course. @throws Fault as `resetSection` does */
export function resetCourse(course: string): Promise<WriteResult> {
  return write({ kind: 'course', course, what: '' }, (transaction) =>
    clearing(transaction, course, () => true),
  );
}
