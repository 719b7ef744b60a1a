import { isOf, isRecord, type Note, progressOf } from './records.ts';
import { openStore } from './store.ts';

/** What the reader did in one course, and when. */
export interface Done {
  /** When each objective that is ticked was ticked (ms since 1970), by its id. */
  completed: ReadonlyMap<string, number>;
  /** The last day on which each resource was visited, such as `2026-08-31`, by its id. */
  visited: ReadonlyMap<string, string>;
  notes: readonly Note[];
  /** Id of the audience chosen, if any. */
  audience: string | undefined;
}

/** Reads what was done in `course`, with its times. What does not fit its schema is passed over. @throws Fault where it cannot be read */
export async function readDone(course: string): Promise<Done> {
  const { found } = await (await openStore()).read([[course]]);
  const records = found.filter(isRecord);
  const completed = new Map<string, number>();
  const visited = new Map<string, string>();
  for (const record of records) {
    if (!record.value) continue;
    if (isOf(record, 'completion')) completed.set(record.key[2], record.time);
    else if (isOf(record, 'visit')) {
      const [, , resource, day] = record.key;
      if (day > (visited.get(resource) ?? '')) visited.set(resource, day);
    }
  }
  const { notes, audience } = progressOf(records);
  return { completed, visited, notes, audience };
}
