import type { ProgressRecord } from './records.ts';

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
