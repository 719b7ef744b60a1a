import { type Action, isAction } from './action.ts';
import { pagesWithoutPacks } from './backups/maintain.ts';
import { ANY, type Start } from './changes.ts';
import { dayOf, isOf, isRecord, type ProgressRecord } from './records.ts';
import { openStore } from './store/store.ts';
import { ACTION_LOG } from './touched.ts';

/** What the keys begin with of what the history is made of. */
export const HISTORY: Start[] = [[ANY, 'completion'], [ANY, 'visit'], ACTION_LOG];

/** One thing that was done: an action that the log holds, or else what a record says of it. */
export type HistoryEntry =
  | { time: number; action: Action; undoable: boolean }
  | { time: number; record: ProgressRecord };

/** What was done on one day in the reader's time zone, the latest first. */
export interface HistoryDay {
  /** As `2026-08-31`. */
  day: string;
  done: HistoryEntry[];
}

const writingOf = ({ key, time, count, device }: ProgressRecord) =>
  JSON.stringify([key, time, count, device]);

/**
 * What was done and when, in all courses, the latest day first: the actions that the log of this device holds, and the ticks
 * and visits that are older or come from elsewhere.
 * @throws Fault where progress cannot be read.
 */
export async function readHistory(): Promise<HistoryDay[]> {
  const store = await openStore();
  const actions = (await store.actions()).filter(isAction);
  const undone = new Set(actions.map(({ kind, what }) => kind === 'undo' && what));
  const logged = new Set(actions.flatMap(({ wrote }) => wrote.map(({ record }) => writingOf(record))));
  const done: HistoryEntry[] = actions.map((action) => ({
    time: action.time,
    action,
    undoable: !undone.has(action.id),
  }));
  for await (const page of pagesWithoutPacks(store)) {
    for (const record of page) {
      if (!isRecord(record) || !record.value || logged.has(writingOf(record))) continue;
      if (isOf(record, 'completion') || isOf(record, 'visit')) done.push({ time: record.time, record });
    }
  }
  done.sort((a, b) => b.time - a.time);
  const days = Map.groupBy(done, ({ time }) => dayOf(time));
  return [...days].map(([day, ofDay]) => ({ day, done: ofDay }));
}
