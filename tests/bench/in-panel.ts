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
 * What runs in the panel's document: `progress/` as it is built for readers, beside bare idb on the same database. It is a
 * copy of its own with a connection of its own, as another panel would have; the panel itself is open and hears of all.
 */

startProgress(chrome.storage.local);
// The first reading makes the database, where there is none yet.
const bare = readProgress(courseId(0)).then(() => openDB(NAME));
const rest = (time: number) => new Promise((resolve) => setTimeout(resolve, time));

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Does each after a rest, as what a reader does comes after one; which is first changes with every round. Gives times in ms. */
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
  // The browser goes on for a while with what it was given.
  await rest(5000);
}

/** Puts `count` records of one course beside what is there. */
export async function fillCourse(course: string, count: number): Promise<void> {
  await putAll(recordsOf(course, count), 'relaxed');
}

/** Puts `count` courses of a library beside what is there, and lets the browser come to rest. */
export async function fillLibrary(count: number): Promise<void> {
  await putAll(keptCourses(count), 'relaxed');
  await rest(5000);
}

/** Takes away what `fillLibrary` has put there. */
export async function emptyLibrary(count: number): Promise<void> {
  const transaction = (await bare).transaction('records', 'readwrite');
  for (const { key } of keptCourses(count)) void transaction.store.delete(key);
  await transaction.done;
}

/** Reading the progress of a course, and bare idb getting what is stored of it. */
export async function timeRead(round: number, course: string) {
  const database = await bare;
  return inTurn(round, {
    own: () => timed(() => readProgress(course)),
    bare: () => timed(() => database.getAll('records', rangeUnder([course]))),
  });
}

/** A tick until its transaction is complete; what the panel then does for other panels and snapshots comes after that. */
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

/** A tick, a bare strict `put` into the same store, and bare idb taking a tick's steps: to look, to put, to log. */
export async function timeTicked(round: number) {
  const [record] = recordsOf(courseId(1), 1, round);
  if (!record) throw new Error('there is no record');
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

/** Merging two maps of `count` records with the same ids, all in one go, their ids included. */
export function timeMerge(count: number): number {
  const [a, b] = [recordsOfCourses(count), recordsOfCourses(count, 1)];
  const start = performance.now();
  const [here, there] = [a, b].map((records) => new Map(records.map((record) => [idOf(record), record])));
  if (!here || !there || merge(here, there).size !== count) throw new Error('they did not merge');
  return performance.now() - start;
}

/** Puts `count` records where the import of the same round will find earlier ones. Gives how long a bare write of them takes. */
export async function timeWrite(round: number, count: number): Promise<number> {
  const records = recordsOfCourses(count, 2 * round);
  return timed(() => putAll(records, 'strict'));
}

let file = new Blob();

/** Makes the file that `timeImport` takes in: `count` records, all later than those of `timeWrite` in this round. */
export function makeFile(round: number, count: number): void {
  file = new Blob([writeBackup(recordsOfCourses(count, 2 * round + 1), '1.0.0', Date.now())]);
}

/** An import as the reader does it, over `count` records that are all earlier. Gives how long writing took. */
export async function timeImport(count: number): Promise<number> {
  const replica = replicaOf({ kind: 'import', course: '', what: 'waymark-progress.json' });
  const read = await readBackup(file, replica, Date.now());
  if (!('preview' in read) || read.preview.newer.length !== count) throw new Error('it would not import');
  return timed(() => applyBackup(read.preview, replica));
}

/** Bytes of a snapshot of `count` records, as it is kept. */
export async function snapshotBytes(count: number): Promise<number> {
  async function* pages() {
    yield recordsOfCourses(count);
  }
  return JSON.stringify(await encodeSnapshot(pages())).length;
}
