import type { Action } from '../action.ts';
import type { ProgressRecord } from '../records.ts';
import type { Fault } from './fault.ts';

type Key = ProgressRecord['key'];
/** A bound for keys, which need not be a whole key. An empty array in it sorts after every text. */
export type KeyBound = readonly (string | readonly [])[] | undefined;

/** Everything that a store holds. None of it has been checked. */
export interface StoreContents {
  records: unknown[];
  actions: unknown[];
  quarantined: unknown[];
}

/** One change of a store: it is written as a whole or not at all. Stored values may be anything, so whoever reads them checks them. */
export interface Transaction {
  /** What is stored under each of `keys`; undefined for nothing. */
  get(keys: readonly Key[]): Promise<unknown[]>;
  /** Everything stored under keys that begin with `start`. */
  under(start: readonly string[]): Promise<unknown[]>;
  put(record: ProgressRecord): void;
  remove(key: Key): void;
  /** Puts something that does not fit its schema where nothing else reads. */
  quarantine(found: unknown): void;
  /** Removes from quarantine what `fits` now, and returns it. */
  release(fits: (found: unknown) => boolean): Promise<unknown[]>;
  /** The entry of the log of actions with this id. */
  action(id: string): Promise<unknown>;
  /** Adds an entry to the log of actions. */
  log(action: Action): void;
  /** Removes entries from the log of actions. */
  unlog(ids: readonly string[]): void;
  /** Empties the store and returns everything that it held. */
  empty(): Promise<StoreContents>;
}

/** Where progress is stored. Every method rejects with a `Fault`. */
export interface Store {
  /** Why progress is not in the database as usual; undefined if it is. */
  fallbackReason?: Fault;
  /** Everything stored under keys that begin with one of `starts`, and the number of quarantined items. */
  read(starts: readonly (readonly string[])[]): Promise<{ found: unknown[]; quarantined: number }>;
  /** The number of stored records. */
  count(): Promise<number>;
  /** The first few hundred records, in the order of their keys, after `after` and before `before`. */
  page(after: KeyBound, before?: KeyBound): Promise<unknown[]>;
  /** The log of actions, oldest first. */
  actions(): Promise<unknown[]>;
  /** Runs `work` as one transaction. When this resolves, the change is on disk. */
  change<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>;
}

/** Everything in `store`, page by page. */
export async function* pagesOf(store: Store, from?: KeyBound, before?: KeyBound): AsyncGenerator<unknown[]> {
  let after = from;
  do {
    const page = await store.page(after, before);
    yield page;
    after = (page.at(-1) as { key: KeyBound } | undefined)?.key;
  } while (after);
}

/** Everything in `store` except records under '*', which are large: the packs of courses and their pages' wording. */
export async function* pagesWithoutPacks(store: Store): AsyncGenerator<unknown[]> {
  yield* pagesOf(store, undefined, ['*']);
  yield* pagesOf(store, ['*', []]);
}
