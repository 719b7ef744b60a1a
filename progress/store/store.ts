import type { Action } from '../action.ts';
import type { ProgressRecord } from '../records.ts';
import { openDatabase } from './database.ts';
import { databaseStore } from './database-store.ts';
import { type Fault, faultOf } from './fault.ts';

type Key = ProgressRecord['key'];
/** What keys are compared with; an array in it comes after every text. */
export type Between = readonly (string | readonly [])[] | undefined;

/** All that a store holds, whatever it is. */
export interface Stored {
  records: unknown[];
  actions: unknown[];
  /** What was set aside. */
  aside: unknown[];
}

/** One change of a store: all of it or nothing is kept. What is stored may be anything: whoever reads it checks it. */
export interface Transaction {
  /** What is stored under each of `keys`; undefined for nothing. */
  get(keys: readonly Key[]): Promise<unknown[]>;
  /** All that is stored under keys that begin with `start`. */
  under(start: readonly string[]): Promise<unknown[]>;
  put(record: ProgressRecord): void;
  remove(key: Key): void;
  /** Keeps something that does not fit where nothing else reads. */
  quarantine(found: unknown): void;
  /** What was set aside and `fits` now, which is aside no longer. */
  release(fits: (found: unknown) => boolean): Promise<unknown[]>;
  /** What the log of actions holds under `id`. */
  action(id: string): Promise<unknown>;
  /** Keeps what was done in the log of actions. */
  log(action: Action): void;
  unlog(ids: readonly string[]): void;
  /** Empties the store, and gives all that it held. */
  empty(): Promise<Stored>;
}

/** Where progress is kept. Whatever cannot be done rejects with a `Fault`. */
export interface Store {
  /** Why progress is not kept in the database as usual, where it is not. */
  fallbackReason?: Fault;
  /** All that is stored under keys that begin with one of `starts`, and the number of things set aside. */
  read(starts: readonly (readonly string[])[]): Promise<{ found: unknown[]; quarantined: number }>;
  /** The number of all that is stored. */
  count(): Promise<number>;
  /** The first few hundred of all that is stored, by their keys, after `after` and before `before`, which need be no whole keys. */
  page(after: Between, before?: Between): Promise<unknown[]>;
  /** The log of actions, the earliest first. */
  actions(): Promise<unknown[]>;
  /** Runs `work` as one transaction; it is on disk when this resolves. */
  change<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>;
}

/**
 * Where progress is kept now: in the database; where a newer Waymark wrote that, there too, but only to be read; and
 * where the browser refuses to open it, in its storage area.
 * @throws Fault where it can be kept nowhere
 */
export async function openStore(): Promise<Store> {
  try {
    await openDatabase();
  } catch (error) {
    return (await import('./fallback.ts')).openFallback(faultOf(error));
  }
  return databaseStore;
}
