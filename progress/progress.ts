import { announceChange } from './changes.ts';
import { courseRange, openDatabase } from './database.ts';
import { dayOf, isRecord, type Progress, type ProgressRecord, progressOf, type Visit } from './records.ts';

/** Progress as it was read, with the number of stored records that were set aside because they do not fit. */
export interface ProgressRead extends Progress {
  setAside: number;
}

/**
 * Reads the progress of `course`. A stored record that does not fit its schema is moved to where nothing else
 * reads, and counted.
 * @throws DOMException where the database cannot be opened or read.
 */
export async function readProgress(course: string): Promise<ProgressRead> {
  const database = await openDatabase();
  const transaction = database.transaction(['records', 'setAside']);
  const [stored, setAside] = await Promise.all([
    transaction.objectStore('records').getAll(courseRange(course)),
    transaction.objectStore('setAside').count(),
  ]);
  const fits: ProgressRecord[] = [];
  const odd: ProgressRecord[] = [];
  for (const record of stored) (isRecord(record) ? fits : odd).push(record);
  if (odd.length > 0) await (await import('./set-aside.ts')).moveAside(odd);
  return { ...progressOf(fits), setAside: setAside + odd.length };
}

/**
 * Writes `records` in one transaction, on disk when it resolves, and tells every panel.
 * @throws DOMException where the database cannot be opened or written; then nothing is changed.
 */
async function write(records: ProgressRecord[]): Promise<void> {
  const database = await openDatabase();
  const transaction = database.transaction('records', 'readwrite', { durability: 'strict' });
  for (const record of records) void transaction.store.put(record);
  await transaction.done;
  announceChange();
}

/** Ticks an objective of `course`, or takes the tick back. @throws as `write` does */
export function setCompletion(course: string, objective: string, value: boolean): Promise<void> {
  return write([{ key: [course, 'completion', objective], value, time: Date.now() }]);
}

/** Keeps which audience the reader belongs to. @throws as `write` does */
export function chooseAudience(course: string, audience: string): Promise<void> {
  return write([{ key: [course, 'audience'], value: audience, time: Date.now() }]);
}

/** Marks a resource as read today, at the reader's own word. @throws as `write` does */
export function markVisited(course: string, resource: string): Promise<void> {
  const time = Date.now();
  return write([{ key: [course, 'visit', resource, dayOf(time)], value: true, time }]);
}

/**
 * Records that a resource was read, once a day; not where the reader has taken today's mark back.
 * @throws as `write` does
 */
export async function recordVisit(course: string, resource: string): Promise<void> {
  const database = await openDatabase();
  const known = await database.getKey('records', [course, 'visit', resource, dayOf(Date.now())]);
  if (!known) await markVisited(course, resource);
}

/** Takes back every visit of a resource, today's possible one included. @throws as `write` does */
export async function unmarkVisited(course: string, resource: string): Promise<void> {
  const database = await openDatabase();
  const range = IDBKeyRange.bound([course, 'visit', resource], [course, 'visit', resource, []]);
  const time = Date.now();
  const days = new Set([dayOf(time)]);
  for (const key of await database.getAllKeys('records', range)) days.add(String(key[3]));
  await write([...days].map((day): Visit => ({ key: [course, 'visit', resource, day], value: false, time })));
}
