import type { Fault } from './fault.ts';
import {
  dayOf,
  isOf,
  isRecord,
  type LearnedMove,
  type Progress,
  type ProgressRecord,
  progressOf,
  type Writing,
} from './records.ts';
import type { Restored } from './restore.ts';
import { openStore } from './store.ts';
import type { write as Write } from './write.ts';

/** Progress as it was read. */
export interface ProgressRead extends Progress {
  /** What the reader chose for the whole program, by name. */
  settings: ReadonlyMap<string, string>;
  /** Number of stored records that were set aside because they do not fit. */
  setAside: number;
  /** Why it is not in the database as usual: a newer Waymark wrote that, so this can only be read; or it is in the area. */
  instead: Fault | undefined;
  /** What this reading has brought back, where something was lost. */
  restored: Restored | undefined;
}

/**
 * Reads the progress of `course`; where nothing is there, what the snapshots still have is brought back. A stored record that
 * does not fit its schema is moved to where nothing else reads, and counted.
 * @throws Fault where it cannot be read.
 */
export async function readProgress(course: string): Promise<ProgressRead> {
  const store = await openStore();
  let { found, setAside } = await store.read([course, '']);
  let restored: Restored | undefined;
  if (found.length === 0 || store.instead) {
    restored = await (await import('./restore.ts')).restore(store);
    if (restored) ({ found, setAside } = await store.read([course, '']));
  }
  const fits: ProgressRecord[] = [];
  const odd: unknown[] = [];
  for (const record of found)
    if (isRecord(record)) fits.push(record);
    else odd.push(record);
  const settings = new Map<string, string>();
  for (const record of fits)
    if (isOf(record, 'setting') && record.value) settings.set(record.key[2], record.value);
  if (odd.length > 0) await (await import('./set-aside.ts')).moveAside(odd);
  return {
    ...progressOf(fits),
    settings,
    setAside: setAside + odd.length,
    instead: store.instead,
    restored: restored && (restored.records || restored.damaged) ? restored : undefined,
  };
}

/** The door through which all is written: loads on demand. */
const write: typeof Write = async (did, items) => (await import('./write.ts')).write(did, items);

/** Ticks an objective of `course`, or takes the tick back. @throws as `write` does */
export async function setCompletion(course: string, objective: string, value: boolean): Promise<void> {
  await write({ kind: 'tick', course, what: objective }, [{ key: [course, 'completion', objective], value }]);
}

/** Keeps which audience the reader belongs to. @throws as `write` does */
export async function chooseAudience(course: string, audience: string): Promise<void> {
  await write({ kind: 'audience', course, what: audience }, [{ key: [course, 'audience'], value: audience }]);
}

/** Keeps a choice of the reader for the whole program. @throws as `write` does */
export async function setSetting(name: string, value: string): Promise<void> {
  await write(undefined, [{ key: ['', 'setting', name], value }]);
}

/** Keeps where the link of a resource was seen to lead, or that the reader took that back. @throws as `write` does */
export async function setMove(course: string, resource: string, value: LearnedMove['value']): Promise<void> {
  await write(undefined, [{ key: [course, 'move', resource], value }]);
}

const visitToday = (course: string, resource: string, value: boolean): Writing => ({
  key: [course, 'visit', resource, dayOf(Date.now())],
  value,
});

/** Marks a resource as read today, at the reader's own word. @throws as `write` does */
export async function markVisited(course: string, resource: string): Promise<void> {
  await write({ kind: 'mark', course, what: resource }, [visitToday(course, resource, true)]);
}

/**
 * Records that a resource was read, once a day; not where the reader has taken today's mark back.
 * @throws as `write` does
 */
export async function recordVisit(course: string, resource: string): Promise<void> {
  await write(undefined, async (transaction) => {
    const today = visitToday(course, resource, true);
    const [known] = await transaction.get([today.key]);
    return known ? [] : [today];
  });
}

/** Takes back every visit of a resource, today's possible one included. @throws as `write` does */
export async function unmarkVisited(course: string, resource: string): Promise<void> {
  await write({ kind: 'mark', course, what: resource }, async (transaction) => {
    const known = await transaction.under([course, 'visit', resource]);
    const visits = known.filter(isRecord).filter(({ value }) => value);
    return [
      ...visits.map(({ key }) => ({ key, value: false }) as Writing),
      visitToday(course, resource, false),
    ];
  });
}
