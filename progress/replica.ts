import type { Did } from './action.ts';
import { pagesOf, pagesWithoutPacks } from './backups/maintain.ts';
import { isRecord, type ProgressRecord } from './records.ts';
import { openStore } from './store/store.ts';
import { mergeInto } from './write.ts';

/** Progress without what sync leaves where it is, for that. */
export const doorOfSync = (): Door => doorOf(undefined, pagesWithoutPacks);

/** What backup and sync need of the database: its one way in, and all that it holds. */
export interface Door {
  /**
   * Every stored record of a known kind that fits its schema, in any order.
   * @throws where the database cannot be read
   */
  readAll(): Promise<readonly ProgressRecord[]>;
  /**
   * Takes records in, in one transaction: of each and what is stored under its key the later stays.
   * @throws where nothing could be written; then nothing is changed
   */
  mergeInto(records: readonly ProgressRecord[]): Promise<unknown>;
}

/**
 * Progress as it is kept here. What comes in is one action of the reader where `did` says which.
 * @param pages what is read of it
 */
export function doorOf(did?: Did, pages = pagesOf): Door {
  return {
    async readAll() {
      const records: ProgressRecord[] = [];
      for await (const page of pages(await openStore())) records.push(...page.filter(isRecord));
      return records;
    },
    mergeInto: (records) => mergeInto(records, did),
  };
}
