import type { Action } from './action.ts';
import { databaseStore } from './database-store.ts';
import type { ProgressRecord } from './records.ts';

type Key = ProgressRecord['key'];

/** One change of a store: all of it or nothing is kept. What is stored may be anything: it is checked by its reader. */
export interface Transaction {
  /** What is stored under each of `keys`; undefined for nothing. */
  get(keys: readonly Key[]): Promise<unknown[]>;
  /** All that is stored under keys that begin with `start`. */
  under(start: readonly string[]): Promise<unknown[]>;
  put(record: ProgressRecord): void;
  remove(key: Key): void;
  /** Keeps something that does not fit where nothing else reads. */
  setAside(found: unknown): void;
  /** Keeps what was done in the log of actions. */
  log(action: Action): void;
}

/** Where progress is kept. What cannot be done rejects with a `Fault`. */
export interface Store {
  /** All that is stored of these courses ('' for what belongs to none), and the number of things set aside. */
  read(courses: readonly string[]): Promise<{ found: unknown[]; setAside: number }>;
  /** All that is stored, a few hundred at a time, so that no task takes long. */
  pages(): AsyncIterable<unknown[]>;
  /** Runs `work` as one transaction; it is on disk when this resolves. */
  change<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>;
}

/** Where progress is kept now. @throws Fault where it can be kept nowhere */
export async function openStore(): Promise<Store> {
  return databaseStore;
}
