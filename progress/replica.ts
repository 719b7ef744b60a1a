import type { ActionInfo } from './action.ts';
import { isRecord, type ProgressRecord } from './records.ts';
import { openStore } from './store/open-store.ts';
import { pagesOf, pagesWithoutPacks } from './store/store.ts';
import { mergeInto } from './write.ts';

/** One copy of progress, as backup and sync use it: they read everything and merge records into it. */
export interface Replica {
  /**
   * All stored records of known kinds that fit their schema, in any order.
   * @throws if the database cannot be read
   */
  readAll(): Promise<readonly ProgressRecord[]>;
  /**
   * Merges records in one transaction: of each and the stored record with its key the later stays.
   * @throws if it cannot be written; then nothing is changed
   */
  merge(records: readonly ProgressRecord[]): Promise<unknown>;
}

/**
 * The progress that is stored here.
 * @param info makes a merge an action of the reader that can be undone
 * @param pages what `readAll` reads
 */
export function replicaOf(info?: ActionInfo, pages = pagesOf): Replica {
  return {
    async readAll() {
      const records: ProgressRecord[] = [];
      for await (const page of pages(await openStore())) records.push(...page.filter(isRecord));
      return records;
    },
    merge: (records) => mergeInto(records, info),
  };
}

/** The same for sync, which does not need the packs of courses: they are large and never synced. */
export const syncReplica = (): Replica => replicaOf(undefined, pagesWithoutPacks);
