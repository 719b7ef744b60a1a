import { idOf } from '../merge.ts';
import type { ProgressRecord } from '../records.ts';
import { entriesUnder } from './area-entries.ts';
import { type Fault, faultOf } from './fault.ts';
import { storageArea } from './storage-area.ts';
import type { Store } from './store.ts';

/** What the keys of the area begin with: a key a record, an action, a thing set aside. */
export const RECORD = 'record:';
const ACTION = 'action:';
const ASIDE = 'aside:';
/** Anew whenever records are written: the database has yet to get them. */
export const WRITTEN = 'written';

const keyOf = (key: ProgressRecord['key']) => RECORD + idOf({ key });

/** The key of the record that the area has under `name`; undefined where that is none. */
export function keyIn(name: string): { key: readonly string[] } | undefined {
  return name.startsWith(RECORD) ? { key: JSON.parse(name.slice(RECORD.length)) } : undefined;
}

/** The part of a record's key in the area that all below `start` have in common. */
const startOf = (start: readonly string[]) => RECORD + JSON.stringify(start).slice(0, -1);

/** Runs `work` alone: the area has no transactions, and other panels read and write as well. Whatever it throws is a fault. */
export async function alone<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await navigator.locks.request('waymark-storageArea', work);
  } catch (error) {
    throw faultOf(error);
  }
}

/**
 * Progress in the storage area, for profiles in which the browser does not open the database.
 * @param instead why not
 * @throws Fault `instead`, where there is no area either
 */
export function fallbackStore(fallbackReason: Fault): Store {
  if (!storageArea) throw fallbackReason;
  const kept = storageArea;
  const under = async (start: string) => (await entriesUnder(start)).map(([, value]) => value);
  return {
    fallbackReason,
    read: (starts) =>
      alone(async () => {
        // The comma after the start keeps out ids that only begin like its last part.
        const found = await Promise.all(starts.map((start) => under(`${startOf(start)},`)));
        return { found: found.flat(), quarantined: (await entriesUnder(ASIDE)).length };
      }),
    count: () => alone(async () => (await under(RECORD)).length),
    // The area is read as a whole in any case.
    page: (after) => (after ? Promise.resolve([]) : alone(() => under(RECORD))),
    actions: () => alone(() => under(ACTION)),
    change: (work) =>
      alone(async () => {
        const put: Record<string, unknown> = {};
        const removed: string[] = [];
        const result = await work({
          async get(keys) {
            const stored = await kept.get(keys.map(keyOf));
            return keys.map((key) => put[keyOf(key)] ?? stored[keyOf(key)]);
          },
          under: (start) => under(startOf(start)),
          action: async (id) => (await kept.get(ACTION + id))[ACTION + id],
          put(record) {
            put[keyOf(record.key)] = record;
            put[WRITTEN] = crypto.randomUUID();
          },
          remove: (key) => void removed.push(keyOf(key)),
          quarantine(found) {
            put[ASIDE + crypto.randomUUID()] = { found, time: Date.now() };
          },
          async release(fits) {
            const entries = (await entriesUnder(ASIDE)) as [key: string, entry: { found?: unknown } | null][];
            const back = entries.filter(([, entry]) => fits(entry?.found));
            removed.push(...back.map(([key]) => key));
            return back.map(([, entry]) => entry?.found);
          },
          log(action) {
            put[ACTION + action.id] = action;
          },
          unlog: (ids) => void removed.push(...ids.map((id) => ACTION + id)),
          async empty() {
            const [records, actions, aside] = await Promise.all([
              entriesUnder(RECORD),
              entriesUnder(ACTION),
              entriesUnder(ASIDE),
            ]);
            removed.push(...[...records, ...actions, ...aside].map(([key]) => key));
            return {
              records: records.map(([, value]) => value),
              actions: actions.map(([, value]) => value),
              aside: aside.map(([, entry]) => (entry as { found?: unknown } | null)?.found),
            };
          },
        });
        // What is set in one call is set together, or not at all.
        if (Object.keys(put).length > 0) await kept.set(put);
        if (removed.length > 0) await kept.remove(removed);
        return result;
      }),
  };
}
