import { dayOf, isOf, isRecord, type Note, progressOf } from './records.ts';
import { openStore } from './store/open-store.ts';

/** What the reader did in one course, with days in the reader's time zone, such as `2026-08-31`. */
export interface DatedProgress {
  /** The day on which each ticked objective was ticked, by the objective's id. */
  completed: ReadonlyMap<string, string>;
  /** The last day on which each resource was visited, by the resource's id. */
  visited: ReadonlyMap<string, string>;
  notes: readonly Note[];
  /** Id of the audience chosen, if any. */
  audience: string | undefined;
  /** The badge that was made last, if any: the id of its audience, its day, and the signed credential. */
  badge: { audience: string; day: string; jwt: string } | undefined;
}

/** Reads what was done in `course`, with days. Records that do not fit their schema are left out. @throws Fault if it cannot be read */
export async function readDatedProgress(course: string): Promise<DatedProgress> {
  const { found } = await (await openStore()).read([[course]]);
  const records = found.filter(isRecord);
  const completed = new Map<string, string>();
  const visited = new Map<string, string>();
  let badge: (DatedProgress['badge'] & { made: number }) | undefined;
  for (const record of records) {
    if (!record.value) continue;
    if (isOf(record, 'completion')) completed.set(record.key[2], dayOf(record.time));
    else if (isOf(record, 'visit')) {
      const [, , resource, day] = record.key;
      if (day > (visited.get(resource) ?? '')) visited.set(resource, day);
    } else if (isOf(record, 'badge') && record.value.jwt && record.value.made > (badge?.made ?? 0)) {
      badge = { ...record.value, day: dayOf(record.value.made) };
    }
  }
  const { notes, audience } = progressOf(records);
  return { completed, visited, notes, audience, badge };
}
