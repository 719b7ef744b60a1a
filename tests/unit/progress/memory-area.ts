import type { StorageAreaLike } from '../../../progress/store/storage-area.ts';

/** A storage area in memory. It copies what goes in and out, like the browser's. `refuses` makes it fail. */
export class MemoryArea implements StorageAreaLike {
  readonly kept = new Map<string, string>();
  refuses: Error | undefined;

  async get(keys: string | string[] | null): Promise<Record<string, unknown>> {
    if (this.refuses) throw this.refuses;
    const wanted = keys === null ? [...this.kept.keys()] : [keys].flat();
    return Object.fromEntries(
      wanted.filter((key) => this.kept.has(key)).map((key) => [key, JSON.parse(this.kept.get(key) ?? '')]),
    );
  }
  async set(items: Record<string, unknown>): Promise<void> {
    if (this.refuses) throw this.refuses;
    for (const [key, value] of Object.entries(items)) this.kept.set(key, JSON.stringify(value));
  }
  async remove(keys: string | string[]): Promise<void> {
    for (const key of [keys].flat()) this.kept.delete(key);
  }
  keysUnder(prefix: string): string[] {
    return [...this.kept.keys()].filter((key) => key.startsWith(prefix)).sort();
  }
}
