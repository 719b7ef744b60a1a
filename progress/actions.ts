import { dayOf, isRecord, type Progress, type Writing } from './records.ts';
import type { Transaction } from './store/store.ts';
import { write } from './write.ts';

/** Leaves out what is stored with that value already, so that a second click before the first one shows does nothing. */
const onlyChanges =
  (writings: readonly Writing[]) =>
  async (transaction: Transaction): Promise<Writing[]> => {
    const stored = await transaction.get(writings.map(({ key }) => key));
    return writings.filter(({ value }, at) => {
      const known = stored[at];
      return !(isRecord(known) && known.value === value);
    });
  };

/**
 * Ticks or unticks an objective of `course`.
 * @returns the id of the action, for `undo`; undefined if nothing was changed
 * @throws Fault as `write` does
 */
export async function setCompletion(
  course: string,
  objective: string,
  value: boolean,
): Promise<string | undefined> {
  const tick: Writing = { key: [course, 'completion', objective], value };
  return (await write({ kind: 'tick', course, what: objective }, onlyChanges([tick]), course)).action;
}

/** Saves which audience the reader belongs to. @throws Fault as `write` does */
export async function chooseAudience(course: string, audience: string): Promise<void> {
  const choice: Writing = { key: [course, 'audience'], value: audience };
  await write({ kind: 'audience', course, what: audience }, onlyChanges([choice]), course);
}

/** Saves where in `course` the reader is. @throws Fault as `write` does */
export async function savePlace(course: string, value: NonNullable<Progress['place']>): Promise<void> {
  await write(undefined, async (transaction) => {
    const key: [string, 'place'] = [course, 'place'];
    const [known] = await transaction.get([key]);
    const same = isRecord(known) && JSON.stringify(known.value) === JSON.stringify(value);
    return same ? [] : [{ key, value }];
  });
}

const visitToday = (course: string, resource: string, value: boolean): Writing => ({
  key: [course, 'visit', resource, dayOf(Date.now())],
  value,
});

/** Marks a resource as read today, because the reader says so. Returns and throws as `setCompletion` does. */
export async function markVisited(course: string, resource: string): Promise<string | undefined> {
  const mark = onlyChanges([visitToday(course, resource, true)]);
  return (await write({ kind: 'mark', course, what: resource }, mark, course)).action;
}

/** A resource of a course that was read. */
export interface ResourceVisit {
  course: string;
  resource: string;
}

/**
 * Records that resources were read, once per day, except those that the reader has unmarked today. A page that several courses list
 * is a resource of each of them.
 * @param current a course that becomes the current one, because the reader opened the page from it
 * @throws Fault if it cannot be written; then none is recorded
 */
export async function recordVisits(visits: readonly ResourceVisit[], current?: string): Promise<void> {
  const source = async (transaction: Transaction) => {
    const today = visits.map(({ course, resource }) => visitToday(course, resource, true));
    const stored = await transaction.get(today.map(({ key }) => key));
    return today.filter((_, at) => !stored[at]);
  };
  await write(undefined, source, current);
}

/** Marks a resource as unread: clears all its visits, and prevents one today. Returns and throws as `setCompletion` does. */
export async function unmarkVisited(course: string, resource: string): Promise<string | undefined> {
  const source = async (transaction: Transaction) => {
    const known = await transaction.under([course, 'visit', resource]);
    const visits = known.filter(isRecord).filter(({ value }) => value);
    const cleared = visits.map(({ key }) => ({ key, value: false }) as Writing);
    return [...cleared, ...(await onlyChanges([visitToday(course, resource, false)])(transaction))];
  };
  return (await write({ kind: 'mark', course, what: resource }, source, course)).action;
}
