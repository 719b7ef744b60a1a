import { idOf } from '../merge.ts';
import type { ProgressRecord } from '../records.ts';
import type { Fault } from './fault.ts';
import { withFallbackLock } from './locks.ts';
import {
  ACTION,
  entriesUnder,
  QUARANTINED,
  RECORD,
  type StorageAreaLike,
  storageArea,
  WRITTEN,
} from './storage-area.ts';
import type { Store, Transaction } from './store.ts';

const itemKeyOf = (key: ProgressRecord['key']) => RECORD + idOf({ key });

/** The key of the record that the storage area has under `itemKey`; undefined if that is no record. */
export function recordKeyOf(itemKey: string): { key: readonly string[] } | undefined {
  return itemKey.startsWith(RECORD) ? { key: JSON.parse(itemKey.slice(RECORD.length)) } : undefined;
}

/** The beginning that the item keys of all records under `start` share. */
const itemPrefixOf = (start: readonly string[]) => RECORD + JSON.stringify(start).slice(0, -1);

const valuesUnder = async (prefix: string) => (await entriesUnder(prefix)).map(([, value]) => value);

/** What is in quarantine, with its item keys. */
async function quarantinedEntries(): Promise<{ itemKey: string; found: unknown }[]> {
  const entries = await entriesUnder(QUARANTINED);
  return entries.map(([itemKey, value]) => ({
    itemKey,
    found: (value as { found?: unknown } | null)?.found,
  }));
}

/** A change of the storage area: it is collected, and written by `commit`. */
function begin(area: StorageAreaLike): { transaction: Transaction; commit(): Promise<void> } {
  const put: Record<string, unknown> = {};
  const removed: string[] = [];
  const transaction: Transaction = {
    async get(keys) {
      const stored = await area.get(keys.map(itemKeyOf));
      return keys.map((key) => put[itemKeyOf(key)] ?? stored[itemKeyOf(key)]);
    },
    under: (start) => valuesUnder(itemPrefixOf(start)),
    action: async (id) => (await area.get(ACTION + id))[ACTION + id],
    put(record) {
      put[itemKeyOf(record.key)] = record;
      put[WRITTEN] = crypto.randomUUID();
    },
    remove: (key) => void removed.push(itemKeyOf(key)),
    quarantine(found) {
      put[QUARANTINED + crypto.randomUUID()] = { found, time: Date.now() };
    },
    async release(fits) {
      const released = (await quarantinedEntries()).filter(({ found }) => fits(found));
      removed.push(...released.map(({ itemKey }) => itemKey));
      return released.map(({ found }) => found);
    },
    log(action) {
      put[ACTION + action.id] = action;
    },
    unlog: (ids) => void removed.push(...ids.map((id) => ACTION + id)),
    async empty() {
      const [records, actions, quarantined] = await Promise.all([
        entriesUnder(RECORD),
        entriesUnder(ACTION),
        quarantinedEntries(),
      ]);
      removed.push(...[...records, ...actions].map(([itemKey]) => itemKey));
      removed.push(...quarantined.map(({ itemKey }) => itemKey));
      return {
        records: records.map(([, value]) => value),
        actions: actions.map(([, value]) => value),
        quarantined: quarantined.map(({ found }) => found),
      };
    },
  };
  const commit = async () => {
    // The items of one `set` are written together or not at all.
    if (Object.keys(put).length > 0) await area.set(put);
    if (removed.length > 0) await area.remove(removed);
  };
  return { transaction, commit };
}

/**
 * Progress in the storage area, for profiles in which the browser does not open the database.
 * @param reason why not
 * @throws Fault `reason` if there is no storage area either
 */
export function fallbackStore(reason: Fault): Store {
  if (!storageArea) throw reason;
  const area = storageArea;
  return {
    fallbackReason: reason,
    read: (starts) =>
      withFallbackLock(async () => {
        // The comma keeps out ids that only begin like the last part of a start.
        const found = await Promise.all(starts.map((start) => valuesUnder(`${itemPrefixOf(start)},`)));
        return { found: found.flat(), quarantined: (await entriesUnder(QUARANTINED)).length };
      }),
    count: () => withFallbackLock(async () => (await valuesUnder(RECORD)).length),
    // One page has everything, because the storage area is read as a whole anyway.
    page: (after) => (after ? Promise.resolve([]) : withFallbackLock(() => valuesUnder(RECORD))),
    actions: () => withFallbackLock(() => valuesUnder(ACTION)),
    change: (work) =>
      withFallbackLock(async () => {
        const { transaction, commit } = begin(area);
        const result = await work(transaction);
        await commit();
        return result;
      }),
  };
}
