import * as v from 'valibot';
import { isAction } from '../action.ts';
import { tellAll } from '../changes.ts';
import { withProgressLock } from '../progress-lock.ts';
import { dayOf, isRecord } from '../records.ts';
import { entriesUnder } from '../store/area-entries.ts';
import { keyIn, WRITTEN } from '../store/fallback-store.ts';
import { storageArea } from '../store/storage-area.ts';
import { type Between, openStore, type Store } from '../store/store.ts';
import { prefixesOf } from '../touched.ts';
import { mergeInto, releaseQuarantine } from '../write.ts';
import { JOURNAL, scheduleMaintenance } from './journal.ts';
import { mergeFallback } from './merge-fallback.ts';
import { mergeSnapshots, type Restored, readRestored, SNAPSHOT } from './restore.ts';
import { encodeSnapshot, SnapshotSchema } from './snapshot.ts';

export const LATEST_SNAPSHOT = `${SNAPSHOT}latest`;
const DAYS = 7;
/** The log of actions is a way back from a slip: it goes back this far. */
const ACTIONS = 100;
const RECORDS = 20_000;

/** All that is in `store`, page by page. */
export async function* pagesOf(store: Store, from?: Between, before?: Between): AsyncGenerator<unknown[]> {
  let after = from;
  do {
    const page = await store.page(after, before);
    yield page;
    after = (page.at(-1) as { key: Between } | undefined)?.key;
  } while (after);
}

/** The same without what courses are made of, their packs and words, which may be large: what the reader did is elsewhere. */
export async function* pagesWithoutPacks(store: Store): AsyncGenerator<unknown[]> {
  yield* pagesOf(store, undefined, ['*']);
  yield* pagesOf(store, ['*', []]);
}

/** Takes the oldest entries out of the log of actions. */
async function shorten(store: Store): Promise<void> {
  const gone: string[] = [];
  let actions = 0;
  let records = 0;
  for (const action of (await store.actions()).reverse()) {
    if (!isAction(action)) continue;
    records += action.wrote.length;
    if (++actions > ACTIONS || (records > RECORDS && actions > 1)) gone.push(action.id);
  }
  if (gone.length > 0) await store.change(async (transaction) => transaction.unlog(gone));
}

/**
 * Makes a snapshot of the database where something was written since the last, and one a day, of which it keeps seven. Where
 * the database holds less than the last snapshot, which no action of the reader leads to, that is merged into it first.
 * @throws Fault where progress cannot be read, and whatever the area throws; then the earlier ones are still there.
 */
async function snapshot(store: Store): Promise<void> {
  if (!storageArea) return;
  const today = `${SNAPSHOT}${dayOf(Date.now())}`;
  // First the journal, then the records: these hold what was written down by then.
  const journal = (await entriesUnder(JOURNAL)).map(([key]) => key);
  const stored = await storageArea.get([LATEST_SNAPSHOT, today]);
  const latest = v.is(SnapshotSchema, stored[LATEST_SNAPSHOT]) ? stored[LATEST_SNAPSHOT] : undefined;
  if (journal.length === 0 && latest && stored[today] && (await store.count()) >= latest.count) return;
  let made = await encodeSnapshot(pagesOf(store));
  if (latest && made.count < latest.count) {
    await mergeSnapshots();
    made = await encodeSnapshot(pagesOf(store));
  }
  if (made.count === 0) return;
  await storageArea.set({ [LATEST_SNAPSHOT]: made, ...(stored[today] ? {} : { [today]: made }) });
  const days = (await entriesUnder(SNAPSHOT)).map(([key]) => key).filter((key) => key !== LATEST_SNAPSHOT);
  await storageArea.remove([...journal, ...days.slice(0, -DAYS)]);
}

/**
 * What is done for progress when the panel has nothing else to do: what was kept in the area while the database could not be
 * opened is merged into it, what was set aside and fits is taken back, a snapshot is made, and the log of actions is shortened.
 * @throws Fault where progress cannot be read, and whatever the area throws
 */
export async function runMaintenance(): Promise<void> {
  const store = await openStore();
  if ((await store.read([])).quarantined > 0) await releaseQuarantine();
  if (!store.fallbackReason) {
    await withProgressLock(async () => {
      await mergeFallback();
      await snapshot(store);
    });
  }
  if (store.fallbackReason?.kind !== 'newer') await shorten(store);
}

/** Merges what was written down under these names into progress, which announces what is new of it. */
async function mergeNoted(names: string[]): Promise<void> {
  const entries = Object.values((await storageArea?.get(names)) ?? {});
  // What is there no more is in a snapshot by now, or was deleted and is in none.
  if (entries.length < names.length) await mergeSnapshots();
  else await mergeInto(entries.flat().filter(isRecord));
}

/**
 * Private windows of Firefox keep progress in the area, and hear nothing of the channel: what comes to the area is what they
 * and the other windows hear of each other.
 */
async function hear(changes: Record<string, { newValue?: unknown }>): Promise<void> {
  const came = Object.entries(changes).filter(([, { newValue }]) => newValue !== undefined);
  const written = came.some(([key]) => key === WRITTEN);
  const noted = came.flatMap(([key]) => (key.startsWith(JOURNAL) ? key : []));
  if (!written && noted.length === 0) return;
  if (!(await openStore()).fallbackReason) {
    if (written) scheduleMaintenance();
    return;
  }
  if (written) tellAll(prefixesOf(came.flatMap(([key]) => keyIn(key) ?? [])));
  if (noted.length > 0) await withProgressLock(() => mergeNoted(noted));
}

let begun = false;

/**
 * Does what `keep` does for the first time in a panel; what fails is tried again after the next action.
 * @returns what was brought back and the reader has not yet put away
 */
export async function startMaintenance(): Promise<Restored | undefined> {
  if (!begun) storageArea?.onChanged?.addListener((changes) => void hear(changes).catch(() => {}));
  begun = true;
  await runMaintenance().catch(() => {});
  return readRestored().catch(() => undefined);
}
