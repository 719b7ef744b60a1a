import { isAction } from './action.ts';
import { writingOf } from './history.ts';
import { dayOf, isOf, isRecord, type Visit, type Writing } from './records.ts';
import { openStore } from './store/open-store.ts';

/** A day on which a resource's page was read, such as `2026-08-31`. */
export interface EarlierVisit {
  resource: string;
  day: string;
}

async function visitRecords(courses: readonly string[]): Promise<Visit[]> {
  const { found } = await (await openStore()).read(courses.map((id) => [id, 'visit']));
  return found.filter(isRecord).filter((record) => isOf(record, 'visit'));
}

/** The visits in the courses with these ids, without those that were cleared. @throws Fault if they cannot be read */
export async function readVisits(courses: readonly string[]): Promise<Visit[]> {
  return (await visitRecords(courses)).filter(({ value }) => value);
}

/**
 * Makes writings for those of `visits` that `course` does not have. What the reader cleared there stays cleared, so no day up to the
 * clearing is written. A visit that was cleared by undoing the action that wrote it counts as never written.
 * @throws Fault if progress cannot be read
 */
export async function missingVisits(course: string, visits: readonly EarlierVisit[]): Promise<Writing[]> {
  const actions = (await (await openStore()).actions()).filter(isAction);
  const undone = new Set(
    actions.flatMap(({ kind, wrote }) =>
      kind === 'undo' ? wrote.map(({ record }) => writingOf(record)) : [],
    ),
  );
  const known = new Set<string>();
  const clearedOn = new Map<string, string>();
  for (const record of await visitRecords([course])) {
    const [, , resource, day] = record.key;
    if (record.value) known.add(JSON.stringify([resource, day]));
    else if (!undone.has(writingOf(record))) {
      const days = [day, dayOf(record.time), clearedOn.get(resource) ?? ''];
      clearedOn.set(resource, days.sort().at(-1) ?? day);
    }
  }
  return visits
    .filter(
      ({ resource, day }) =>
        day > (clearedOn.get(resource) ?? '') && !known.has(JSON.stringify([resource, day])),
    )
    .map(({ resource, day }): Writing => ({ key: [course, 'visit', resource, day], value: true }));
}
