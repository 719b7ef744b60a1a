import { type Action, type ActionInfo, isAction } from './action.ts';
import { announceChange, announceWrite } from './changes.ts';
import { deviceId } from './device.ts';
import { CURRENT_COURSE } from './kinds.ts';
import { idOf, laterOf } from './merge.ts';
import { isRecord, type ProgressRecord, type Writing } from './records.ts';
import { MAX_TIME, stampAfter } from './stamp.ts';
import { openStore } from './store/open-store.ts';
import type { Store, StoreContents, Transaction } from './store/store.ts';

/** How many records are read and written at once. Other work can run between batches, so no task of a large merge is long. */
const BATCH = 100;

/** The result of a write. */
export interface WriteResult {
  /** The records that were written: those that are new, or later than the stored ones. */
  records: ProgressRecord[];
  /** The id of the entry in the log of actions, for `undo`; undefined if there is none. */
  action: string | undefined;
}

type Item = Writing | ProgressRecord;
type Fits = (item: unknown) => item is Item;
/** A record and what was stored under its key before, if that was a record. */
interface Replacement {
  record: ProgressRecord;
  known: ProgressRecord | undefined;
}

/** Compares a batch with what is stored, and returns what is new or later. Stored values that are no records go into quarantine. */
async function laterIn(
  batch: readonly Item[],
  transaction: Transaction,
  now: number,
  device: string,
): Promise<Iterable<Replacement>> {
  const stored = await transaction.get(batch.map(({ key }) => key));
  const later = new Map<string, Replacement>();
  for (const [index, item] of batch.entries()) {
    const found = stored[index];
    const known = isRecord(found) ? found : undefined;
    if (found !== undefined && !known) transaction.quarantine(found);
    const record = 'time' in item ? item : ({ ...item, ...stampAfter(known, now, device) } as ProgressRecord);
    // A file may have the same record twice.
    const id = idOf(item);
    const present = later.get(id)?.record ?? known;
    if (!present || laterOf(present, record) !== present) later.set(id, { record, known });
  }
  return later.values();
}

/**
 * Writes the items that are later than what is stored under their keys. Unstamped items get a timestamp later than the record they
 * replace. This is the only function that writes records, so of two records with one key the later always wins.
 */
async function putLater(
  transaction: Transaction,
  items: readonly unknown[],
  fits: Fits,
  device: string,
): Promise<{ records: ProgressRecord[]; wrote: Action['wrote'] }> {
  const records: ProgressRecord[] = [];
  const wrote: Action['wrote'] = [];
  const now = Date.now();
  for (let start = 0; start < items.length; start += BATCH) {
    const batch = items.slice(start, start + BATCH).filter(fits);
    for (const { record, known } of await laterIn(batch, transaction, now, device)) {
      transaction.put(record);
      records.push(record);
      wrote.push({ record, before: known ? known.value : null });
    }
  }
  return { records, wrote };
}

/** The items to write, or a function that makes them from what is stored. */
type Source<T> = readonly T[] | ((transaction: Transaction) => Promise<readonly T[]>);

/** The record that makes `course` the current one; none if it is already. */
async function currentCourseWrites(transaction: Transaction, course: string | undefined): Promise<Writing[]> {
  if (course === undefined) return [];
  const [known] = await transaction.get([[...CURRENT_COURSE]]);
  return isRecord(known) && known.value === course ? [] : [{ key: [...CURRENT_COURSE], value: course }];
}

let lastAction = 0;

/** A new id for the log of actions. Ids sort by time, also those of actions in one millisecond. */
function newActionId(): string {
  lastAction = Math.max(Date.now(), lastAction + 1);
  return `${String(lastAction).padStart(15, '0')}-${crypto.randomUUID()}`;
}

/** Writes those items of `source` that fit, with an entry in the log if there is an `info`, in one transaction; then announces it. */
async function change(
  info: ActionInfo | undefined,
  source: Source<unknown>,
  fits: Fits,
  { into, course }: { into?: Store | undefined; course?: string | undefined } = {},
): Promise<WriteResult> {
  const [store, device] = await Promise.all([into ?? openStore(), deviceId()]);
  let all: ProgressRecord[] = [];
  const result = await store.change(async (transaction) => {
    const items = typeof source === 'function' ? await source(transaction) : source;
    const [{ records, wrote }, current] = await Promise.all([
      putLater(transaction, items, fits, device),
      currentCourseWrites(transaction, course),
    ]);
    all = [...records, ...(await putLater(transaction, current, fits, device)).records];
    if (!info || records.length === 0) return { records, action: undefined };
    const id = newActionId();
    transaction.log({ ...info, id, time: Date.now(), wrote });
    return { records, action: id };
  });
  if (all.length > 0)
    announceWrite(
      { records: all, inFallback: store.fallbackReason !== undefined },
      result.action !== undefined,
    );
  return result;
}

/**
 * Writes what the reader does. When it resolves, the records are on disk.
 * @param info if given, the write is an action that can be undone, which gets an entry in the log in the same transaction
 * @param course becomes the current course in the same transaction. That is no part of the action: undoing the action leaves the
 *   reader in the course where they are, and working in another course does not keep the action from being undone.
 * @throws Fault if it cannot be written; then nothing is changed
 */
export function write(
  info: ActionInfo | undefined,
  source: Source<Writing>,
  course?: string,
): Promise<WriteResult> {
  return change(info, source, (_item): _item is Writing => true, { course });
}

/** Whether a record from elsewhere may be merged: it fits, and leaves room for later timestamps. */
const isMergeable = (record: unknown): record is ProgressRecord =>
  isRecord(record) && record.time <= MAX_TIME;

/**
 * Merges records from a file, a snapshot or another device into progress. Of two with one key the later stays. Items that do not
 * fit their schema, or claim an impossible time, are left out.
 * @param info if given, the merge is an action that can be undone
 * @param into the store to merge into, if it is not the current one
 * @throws Fault as `write` does
 */
export function mergeInto(
  records: readonly unknown[],
  info?: ActionInfo,
  into?: Store,
): Promise<WriteResult> {
  return change(info, records, isMergeable, { into });
}

/** Merges what is in quarantine and fits now, because another version had put it there. @throws Fault as `write` does */
export async function releaseQuarantine(): Promise<WriteResult> {
  const released = await change(undefined, (transaction) => transaction.release(isMergeable), isMergeable);
  // Every course shows the number of quarantined items.
  if (released.records.length > 0) announceChange();
  return released;
}

/**
 * Restores the contents of an emptied store in one transaction: records, the log of actions, and the quarantine, which may have
 * things that this version does not know. Records written since stay if they are later. @throws Fault as `write` does
 */
export async function restoreContents({
  records,
  actions,
  quarantined,
}: StoreContents): Promise<WriteResult> {
  const restored = await change(
    undefined,
    async (transaction) => {
      for (const action of actions) if (isAction(action)) transaction.log(action);
      for (const found of [...quarantined, ...records.filter((each) => !isRecord(each))])
        transaction.quarantine(found);
      return records;
    },
    isMergeable,
  );
  // The announcement of records does not include the log and the quarantine.
  announceChange();
  return restored;
}
