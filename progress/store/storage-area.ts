/** A storage area of the browser, as much of `storage.local` as is used here. */
export interface StorageAreaLike {
  get(keys: string | string[] | null): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string | string[]): Promise<void>;
  onChanged?: { addListener(listener: (changes: Record<string, { newValue?: unknown }>) => void): void };
  /** Only in newer browsers. */
  getKeys?(): Promise<string[]>;
}

/** The area that stands by the database; undefined where there is none. */
export let storageArea: StorageAreaLike | undefined;

/** Says which area stands by the database, before progress is first read. */
export function setStorageArea(given: StorageAreaLike): void {
  storageArea = given;
}
