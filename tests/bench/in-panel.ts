import { openDB } from 'idb';
import { setCompletion } from '../../progress/actions.ts';
import { runMaintenance } from '../../progress/backups/maintain.ts';
import { encodeSnapshot } from '../../progress/backups/snapshot.ts';
import { writeBackup } from '../../progress/export/format.ts';
import { applyBackup, readBackup } from '../../progress/export/import.ts';
import { idOf, merge } from '../../progress/merge.ts';
import { readProgress } from '../../progress/progress.ts';
import type { ProgressRecord } from '../../progress/records.ts';
import { replicaOf } from '../../progress/replica.ts';
import { startProgress } from '../../progress/start.ts';
import { NAME, rangeUnder } from '../../progress/store/database.ts';
import { keptCourses } from './many-courses.ts';
import { courseId, recordsOf, recordsOfCourses } from './many-records.ts';

/*
 * Runs in the panel's document: `progress/` as built for readers, and bare idb on the same database. This is a separate copy
 * with its own connection, like another panel. The real panel is open and gets all announcements.
 */

startProgress(chrome.storage.local);
// The first read creates the database if there is none yet.
const bare = readProgress(courseId(0)).then(() => openDB(NAME));
const rest = (time: number) => new Promise((resolve) => setTimeout(resolve, time));

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Runs each function after a pause, as a reader's action would come, in an order that changes each round. Returns times in ms. */
async function inTurn<Name extends string>(
  round: number,
  works: Record<Name, () => Promise<number>>,
): Promise<Record<Name, number>> {
  const times = {} as Record<Name, number>;
  const names = Object.keys(works) as Name[];
  const first = round % names.length;
  for (const name of [...names.slice(first), ...names.slice(0, first)]) {
    await rest(250);
    times[name] = await works[name]();
  }
  return times;
}

async function putAll(
  records: readonly ProgressRecord[],
  durability: IDBTransactionDurability,
): Promise<void> {
  const transaction = (await bare).transaction('records', 'readwrite', { durability });
  for (const record of records) void transaction.store.put(record);
  await transaction.done;
}

/** Fills the database with `count` records of many courses, and makes a snapshot as an idle panel does. */
export async function fill(count: number): Promise<void> {
  const records = recordsOfCourses(count);
  for (let start = 0; start < count; start += 5000)
    await putAll(records.slice(start, start + 5000), 'relaxed');
  await runMaintenance();
  // The browser keeps working on these writes for a while.
  await rest(5000);
}

/** Adds `count` records of one course. */
export async function fillCourse(course: string, count: number): Promise<void> {
  await putAll(recordsOf(course, count), 'relaxed');
}

/** Adds `count` courses to the library, and waits until the browser is idle. */
export async function fillLibrary(count: number): Promise<void> {
  await putAll(keptCourses(count), 'relaxed');
  await rest(5000);
}

/** Removes what `fillLibrary` has added. */
export async function emptyLibrary(count: number): Promise<void> {
  const transaction = (await bare).transaction('records', 'readwrite');
  for (const { key } of keptCourses(count)) void transaction.store.delete(key);
  await transaction.done;
}

/** Times reading the progress of a course, and bare idb reading its stored records. */
export async function timeRead(round: number, course: string) {
  const database = await bare;
  return inTurn(round, {
    own: () => timed(() => readProgress(course)),
    bare: () => timed(() => database.getAll('records', rangeUnder([course]))),
  });
}

/** Times a tick until its transaction is complete, without the later announcements and snapshots. */
async function timeOwnTick(objective: string, value: boolean): Promise<number> {
  const { transaction } = IDBDatabase.prototype;
  let complete = Number.NaN;
  IDBDatabase.prototype.transaction = function (...of: Parameters<typeof transaction>) {
    const made = transaction.apply(this, of);
    if (of[1] === 'readwrite')
      made.addEventListener('complete', () => {
        complete = performance.now();
      });
    return made;
  };
  const start = performance.now();
  await setCompletion(courseId(0), objective, value);
  IDBDatabase.prototype.transaction = transaction;
  return complete - start;
}

/** Times a tick, a bare strict `put` into the same store, and bare idb with a tick's steps: read, write, log. */
export async function timeTicked(round: number) {
  const [record] = recordsOf(courseId(1), 1, round);
  if (!record) throw new Error('There is no record');
  const steps = async () => {
    const stores = ['records', 'actions'];
    const transaction = (await bare).transaction(stores, 'readwrite', { durability: 'strict' });
    const before = await transaction.objectStore('records').get(record.key);
    void transaction.objectStore('records').put(record);
    const wrote = [{ record, before: before.value }];
    const did = { kind: 'tick', course: record.key[0], what: record.key[2] };
    void transaction.objectStore('actions').put({ ...did, id: `bare-${round}`, time: Date.now(), wrote });
    await transaction.done;
  };
  return inTurn(round, {
    own: () => timeOwnTick(String(record.key[2]), round % 2 === 0),
    bare: () => timed(() => putAll([record], 'strict')),
    steps: () => timed(steps),
  });
}

/** Times merging two maps of `count` records with the same ids in one task, including making their ids. */
export function timeMerge(count: number): number {
  const [a, b] = [recordsOfCourses(count), recordsOfCourses(count, 1)];
  const start = performance.now();
  const [here, there] = [a, b].map((records) => new Map(records.map((record) => [idOf(record), record])));
  if (!here || !there || merge(here, there).size !== count) throw new Error('The records were not merged');
  return performance.now() - start;
}

/** Writes `count` records that the import of this round will replace. Returns the time of a bare write of them. */
export async function timeWrite(round: number, count: number): Promise<number> {
  const records = recordsOfCourses(count, 2 * round);
  return timed(() => putAll(records, 'strict'));
}

let file = new Blob();

/** Makes the file that `timeImport` imports: `count` records, all later than those of `timeWrite` in this round. */
export function makeFile(round: number, count: number): void {
  file = new Blob([writeBackup(recordsOfCourses(count, 2 * round + 1), '1.0.0', Date.now())]);
}

/** Times the writing of an import as a reader does it, over `count` earlier records. */
export async function timeImport(count: number): Promise<number> {
  const replica = replicaOf({ kind: 'import', course: '', what: 'waymark-progress.json' });
  const read = await readBackup(file, replica, Date.now());
  if (!('preview' in read) || read.preview.newer.length !== count)
    throw new Error('The file could not be imported');
  return timed(() => applyBackup(read.preview, replica));
}

/** Returns the size of a stored snapshot of `count` records, in bytes. */
export async function snapshotBytes(count: number): Promise<number> {
  async function* pages() {
    yield recordsOfCourses(count);
  }
  return JSON.stringify(await encodeSnapshot(pages())).length;
}
