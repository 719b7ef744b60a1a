import { type Action, isAction } from './action.ts';
import { ACTION_LOG, ANY, type Start } from './changes.ts';
import { dayOf, isOf, isRecord, type ProgressRecord } from './records.ts';
import { openStore } from './store/open-store.ts';
import { pagesWithoutPacks } from './store/store.ts';

/** The prefixes of everything that the history is made of. */
export const HISTORY: Start[] = [[ANY, 'completion'], [ANY, 'visit'], ACTION_LOG];

/** One entry of the history: an action from the log; or, for what the log does not have, a record. Times are ms since 1970. */
export type HistoryEntry =
  | { time: number; action: Action; undoable: boolean }
  | { time: number; record: ProgressRecord };

/** What was done on one day in the reader's time zone, latest first. */
export interface HistoryDay {
  /** Such as `2026-08-31`. */
  day: string;
  entries: HistoryEntry[];
}

/** Identifies one writing of one record. */
export const writingOf = ({ key, time, count, device }: ProgressRecord) =>
  JSON.stringify([key, time, count, device]);

/**
 * What was done in all courses, by day, latest day first: the actions in this device's log, and ticks and visits that are older
 * or from other devices.
 * @throws Fault if progress cannot be read
 */
export async function readHistory(): Promise<HistoryDay[]> {
  const store = await openStore();
  const actions = (await store.actions()).filter(isAction);
  const undone = new Set(actions.map(({ kind, what }) => kind === 'undo' && what));
  const logged = new Set(actions.flatMap(({ wrote }) => wrote.map(({ record }) => writingOf(record))));
  const entries: HistoryEntry[] = actions.map((action) => ({
    time: action.time,
    action,
    undoable: !undone.has(action.id),
  }));
  for await (const page of pagesWithoutPacks(store)) {
    for (const record of page) {
      if (!isRecord(record) || !record.value || logged.has(writingOf(record))) continue;
      if (isOf(record, 'completion') || isOf(record, 'visit')) entries.push({ time: record.time, record });
    }
  }
  entries.sort((a, b) => b.time - a.time);
  const days = Map.groupBy(entries, ({ time }) => dayOf(time));
  return [...days].map(([day, ofDay]) => ({ day, entries: ofDay }));
}
