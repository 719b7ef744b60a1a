import * as v from 'valibot';
import { isAction } from './action.ts';
import { adopt } from './adopt.ts';
import { area } from './area.ts';
import { entriesUnder } from './area-entries.ts';
import { WRITTEN } from './area-store.ts';
import { tellAll } from './changes.ts';
import { JOURNAL, keepSoon } from './journal.ts';
import { dayOf } from './records.ts';
import { mergeSnapshots, type Restored, readRestored, SNAPSHOT, seedAgain } from './restore.ts';
import { pack, SnapshotSchema } from './snapshot.ts';
import { openStore, type Store } from './store.ts';
import { undisturbed } from './undisturbed.ts';
import { takeBack } from './write.ts';

export const LATEST = `${SNAPSHOT}latest`;
const DAYS = 7;
/** The log of actions is a way back from a slip: it goes back this far. */
const ACTIONS = 100;
const RECORDS = 20_000;

/** All that is in `store`, page by page. */
export async function* pagesOf(store: Store): AsyncGenerator<unknown[]> {
  let after: Parameters<Store['page']>[0];
  do {
    const page = await store.page(after);
    yield page;
    after = (page.at(-1) as { key: typeof after } | undefined)?.key;
  } while (after);
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
  if (!area) return;
  const today = `${SNAPSHOT}${dayOf(Date.now())}`;
  // First the journal, then the records: these hold what was written down by then.
  const journal = (await entriesUnder(JOURNAL)).map(([key]) => key);
  const stored = await area.get([LATEST, today]);
  const latest = v.is(SnapshotSchema, stored[LATEST]) ? stored[LATEST] : undefined;
  if (journal.length === 0 && latest && stored[today] && (await store.count()) >= latest.count) return;
  let made = await pack(pagesOf(store));
  if (latest && made.count < latest.count) {
    await mergeSnapshots();
    made = await pack(pagesOf(store));
  }
  if (made.count === 0) return;
  await area.set({ [LATEST]: made, ...(stored[today] ? {} : { [today]: made }) });
  const days = (await entriesUnder(SNAPSHOT)).map(([key]) => key).filter((key) => key !== LATEST);
  await area.remove([...journal, ...days.slice(0, -DAYS)]);
}

/**
 * What is done for progress when the panel has nothing else to do: what was kept in the area while the database could not be
 * opened is merged into it, what was set aside and fits is taken back, a snapshot is made, and the log of actions is shortened.
 * @throws Fault where progress cannot be read, and whatever the area throws
 */
export async function keep(): Promise<void> {
  const store = await openStore();
  if ((await store.read([])).setAside > 0) await takeBack();
  if (!store.instead) {
    await undisturbed(async () => {
      await adopt();
      await snapshot(store);
    });
  }
  if (store.instead?.kind !== 'newer') await shorten(store);
}

/**
 * Private windows of Firefox keep progress in the area, and hear nothing of the channel: what comes to the area is what they
 * and the other windows hear of each other.
 */
async function hear(changes: Record<string, { newValue?: unknown }>): Promise<void> {
  const came = (prefix: string) =>
    Object.entries(changes).some(([key, { newValue }]) => key.startsWith(prefix) && newValue !== undefined);
  if (!came(WRITTEN) && !came(JOURNAL)) return;
  if ((await openStore()).instead) {
    if (came(JOURNAL)) seedAgain();
    tellAll();
  } else if (came(WRITTEN)) keepSoon();
}

let begun = false;

/**
 * Does what `keep` does for the first time in a panel; what fails is tried again after the next action.
 * @returns what was brought back and the reader has not yet put away
 */
export async function begin(): Promise<Restored | undefined> {
  if (!begun) area?.onChanged?.addListener((changes) => void hear(changes).catch(() => {}));
  begun = true;
  await keep().catch(() => {});
  return readRestored().catch(() => undefined);
}
