import { type Action, type ActionInfo, isAction } from './action.ts';
import { appendToJournal, isPassing, scheduleMaintenance } from './backups/journal.ts';
import { announceChange } from './changes.ts';
import { deviceId } from './device.ts';
import { idOf, laterOf } from './merge.ts';
import { isRecord, type ProgressRecord, type Writing } from './records.ts';
import { currentCourseWrites } from './settings.ts';
import { stampAfter } from './stamp.ts';
import { openStore, type Store, type Stored, type Transaction } from './store/store.ts';
import { ACTION_LOG, prefixesOf } from './touched.ts';

/** What is looked up and put at once: large merges go on in between, so that no task takes long. */
const BATCH = 100;
/** No clock is as wrong as that; a record that claims to be later would leave no room for what the reader does next. */
const MAX_TIME = 253_402_300_800_000;

/** What a change came to. */
export interface WriteResult {
  /** The records that are new or later than what was known; all others were left as they were. */
  records: ProgressRecord[];
  /** Id of its entry in the log of actions, by which it can be undone; undefined where it has none. */
  action: string | undefined;
}

type Item = Writing | ProgressRecord;

/**
 * The one door through which progress is written. It lets in what is later than what is known: reads the present records, keeps the later ones, puts those
 * that are new. What has no stamp yet gets one that is later than what it is written over.
 */
async function putLater(
  transaction: Transaction,
  items: readonly unknown[],
  fits: (item: unknown) => item is Item,
  device: string,
): Promise<{ records: ProgressRecord[]; wrote: Action['wrote'] }> {
  const records: ProgressRecord[] = [];
  const wrote: Action['wrote'] = [];
  const now = Date.now();
  for (let start = 0; start < items.length; start += BATCH) {
    const batch = items.slice(start, start + BATCH).filter(fits);
    const stored = await transaction.get(batch.map(({ key }) => key));
    const later = new Map<string, { record: ProgressRecord; known: ProgressRecord | undefined }>();
    for (const [index, item] of batch.entries()) {
      const there = stored[index];
      const known = isRecord(there) ? there : undefined;
      if (there !== undefined && !known) transaction.quarantine(there);
      const record =
        'time' in item ? item : ({ ...item, ...stampAfter(known, now, device) } as ProgressRecord);
      // A file may hold one record twice.
      const id = idOf(item);
      const present = later.get(id)?.record ?? known;
      if (!present || laterOf(present, record) !== present) later.set(id, { record, known });
    }
    for (const { record, known } of later.values()) {
      transaction.put(record);
      records.push(record);
      wrote.push({ record, before: known ? known.value : null });
    }
  }
  return { records, wrote };
}

/** What a change is made of, or what gives it from what is stored. */
type Source<T> = readonly T[] | ((transaction: Transaction) => Promise<readonly T[]>);

let lastAction = 0;

/** Writes `source`, as far as it `fits`, in one transaction, with its entry in the log; then tells every panel. */
async function change(
  did: ActionInfo | undefined,
  source: Source<unknown>,
  fits: (item: unknown) => item is Item,
  { into, course }: { into?: Store | undefined; course?: string | undefined } = {},
): Promise<WriteResult> {
  const [store, device] = await Promise.all([into ?? openStore(), deviceId()]);
  let all: ProgressRecord[] = [];
  const written = await store.change(async (transaction) => {
    const items = typeof source === 'function' ? await source(transaction) : source;
    const { records, wrote } = await putLater(transaction, items, fits, device);
    const busy = course === undefined ? [] : await currentCourseWrites(transaction, course);
    all = [...records, ...(await putLater(transaction, busy, fits, device)).records];
    if (!did || records.length === 0) return { records, action: undefined };
    // Two in one millisecond are to sort as they were done.
    lastAction = Math.max(Date.now(), lastAction + 1);
    const id = `${String(lastAction).padStart(15, '0')}-${crypto.randomUUID()}`;
    transaction.log({ ...did, id, time: Date.now(), wrote });
    return { records, action: id };
  });
  if (all.length > 0) {
    announceChange([...prefixesOf(all), ...(written.action ? [ACTION_LOG] : [])]);
    if (!store.fallbackReason) appendToJournal(all);
    if (!isPassing(all)) scheduleMaintenance();
  }
  return written;
}

/**
 * Writes what the reader does; what comes out is on disk. With `did` it is an action that can be undone, which the log keeps
 * in the same transaction.
 * @param course the id of the course that the reader is busy with by that, which is kept in the same transaction. It is no part of the action:
 * undoing that does not send the reader to another course, and what they do in others later does not keep it from being undone.
 * @throws Fault where it cannot be written; then nothing is changed.
 */
export function write(
  did: ActionInfo | undefined,
  source: Source<Writing>,
  course?: string,
): Promise<WriteResult> {
  return change(did, source, (_item): _item is Writing => true, { course });
}

/** Whether what comes from elsewhere may come in. */
const mayCome = (record: unknown): record is ProgressRecord => isRecord(record) && record.time < MAX_TIME;

/**
 * Merges records from elsewhere into progress: a file, a snapshot, another device. The later of two with one id stays; what
 * does not fit its schema, or claims an impossible time, is left out.
 * @param into the store to be merged into, where it is not to be the one that progress is kept in now
 * @throws Fault as `write` does
 */
export function mergeInto(records: readonly unknown[], did?: ActionInfo, into?: Store): Promise<WriteResult> {
  return change(did, records, mayCome, { into });
}

/** Takes back what another version set aside and this one can read: nothing was lost by going back to that. @throws Fault as `write` does */
export async function releaseQuarantine(): Promise<WriteResult> {
  const back = await change(undefined, (transaction) => transaction.release(mayCome), mayCome);
  // How many are set aside is told with every course.
  if (back.records.length > 0) announceChange();
  return back;
}

/**
 * Puts back what was taken out of an emptied store, in one transaction: records, the log of actions, and what was set aside,
 * which this version may not know. What was written since stays where it is later. @throws Fault as `write` does
 */
export async function restoreStored({ records, actions, aside }: Stored): Promise<WriteResult> {
  const back = await change(
    undefined,
    async (transaction) => {
      for (const action of actions) if (isAction(action)) transaction.log(action);
      for (const found of [...aside, ...records.filter((each) => !isRecord(each))])
        transaction.quarantine(found);
      return records;
    },
    mayCome,
  );
  // The log and what is set aside are told by no record.
  announceChange();
  return back;
}
