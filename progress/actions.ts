import { dayOf, isRecord, type Progress, type Writing } from './records.ts';
import type { Transaction } from './store/store.ts';
import { write } from './write.ts';

/** Of what is to be written, what is not so already: a second click that comes before the first one shows does nothing more. */
const whatIsNew =
  (writings: readonly Writing[]) =>
  async (transaction: Transaction): Promise<Writing[]> => {
    const stored = await transaction.get(writings.map(({ key }) => key));
    return writings.filter(({ value }, at) => {
      const known = stored[at];
      return !(isRecord(known) && known.value === value);
    });
  };

/** Ticks an objective of `course`, or takes the tick back. @throws as `write` does */
export async function setCompletion(course: string, objective: string, value: boolean): Promise<void> {
  const tick: Writing = { key: [course, 'completion', objective], value };
  await write({ kind: 'tick', course, what: objective }, whatIsNew([tick]), course);
}

/** Keeps which audience the reader belongs to. @throws as `write` does */
export async function chooseAudience(course: string, audience: string): Promise<void> {
  const choice: Writing = { key: [course, 'audience'], value: audience };
  await write({ kind: 'audience', course, what: audience }, whatIsNew([choice]), course);
}

/** Keeps where in `course` the reader is. @throws as `write` does */
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

/** Marks a resource as read today, at the reader's own word. @throws as `write` does */
export async function markVisited(course: string, resource: string): Promise<void> {
  const mark = whatIsNew([visitToday(course, resource, true)]);
  await write({ kind: 'mark', course, what: resource }, mark, course);
}

/**
 * Records that a resource was read, once a day; not where the reader has taken today's mark back.
 * @param opened whether they opened it from here: then its course is the one that they are busy with
 * @throws as `write` does
 */
export async function recordVisit(course: string, resource: string, opened = false): Promise<void> {
  const source = async (transaction: Transaction) => {
    const today = visitToday(course, resource, true);
    const [known] = await transaction.get([today.key]);
    return known ? [] : [today];
  };
  await write(undefined, source, opened ? course : undefined);
}

/** Takes back every visit of a resource, today's possible one included. @throws as `write` does */
export async function unmarkVisited(course: string, resource: string): Promise<void> {
  const source = async (transaction: Transaction) => {
    const known = await transaction.under([course, 'visit', resource]);
    const visits = known.filter(isRecord).filter(({ value }) => value);
    const taken = visits.map(({ key }) => ({ key, value: false }) as Writing);
    return [...taken, ...(await whatIsNew([visitToday(course, resource, false)])(transaction))];
  };
  await write({ kind: 'mark', course, what: resource }, source, course);
}
