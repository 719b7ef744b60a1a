import type { ActionInfo } from './action.ts';
import { pagesOf, pagesWithoutPacks } from './backups/maintain.ts';
import { isRecord, type ProgressRecord } from './records.ts';
import { openStore } from './store/store.ts';
import { mergeInto } from './write.ts';

/** Progress without what sync leaves where it is, for that. */
export const syncReplica = (): Replica => replicaOf(undefined, pagesWithoutPacks);

/** What backup and sync need of the database: its one way in, and all that it holds. */
export interface Replica {
  /**
   * Every stored record of a known kind that fits its schema, in any order.
   * @throws where the database cannot be read
   */
  readAll(): Promise<readonly ProgressRecord[]>;
  /**
   * Takes records in, in one transaction: of each and what is stored under its key the later stays.
   * @throws where nothing could be written; then nothing is changed
   */
  merge(records: readonly ProgressRecord[]): Promise<unknown>;
}

/**
 * Progress as it is kept here. What comes in is one action of the reader where `did` says which.
 * @param pages what is read of it
 */
export function replicaOf(did?: ActionInfo, pages = pagesOf): Replica {
  return {
    async readAll() {
      const records: ProgressRecord[] = [];
      for await (const page of pages(await openStore())) records.push(...page.filter(isRecord));
      return records;
    },
    merge: (records) => mergeInto(records, did),
  };
}
