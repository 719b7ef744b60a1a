import type { SyncArea } from '../../../../progress/sync/area.ts';

const utf8 = new TextEncoder();

/**
 * `storage.sync` with the stricter limits of both browsers: it counts bytes like Chrome (`<` is six), the total like Firefox (the JSON
 * of everything), and limits and refuses writes like Chrome. It sends texts in UTF-8, so that lone surrogates get lost.
 */
export class FakeArea implements SyncArea {
  items = new Map<string, string>();
  /** When something was written or removed, in milliseconds. */
  writes: number[] = [];
  /** When each item was written, in milliseconds. */
  itemWrites: number[] = [];
  /** Thrown by the next calls of `set`. */
  refuse: Error | undefined;
  readonly #listeners = new Set<() => void>();

  constructor(items: Record<string, unknown> = {}) {
    for (const [name, value] of Object.entries(items)) this.items.set(name, JSON.stringify(value));
  }

  onChanged = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The browser brings an item from another computer, or removes it. */
  arrive(name: string, json: string | undefined): void {
    if (json === undefined) this.items.delete(name);
    else this.items.set(name, json);
    this.#tell();
  }

  async get(): Promise<Record<string, unknown>> {
    return Object.fromEntries([...this.items].map(([name, json]) => [name, JSON.parse(json)]));
  }

  async set(items: Record<string, unknown>): Promise<void> {
    this.#countWrite();
    if (this.refuse) throw this.refuse;
    const next = new Map(this.items);
    for (const [name, value] of Object.entries(items)) {
      const json = new TextDecoder().decode(
        utf8.encode(JSON.stringify(value, (_, part) => wellFormed(part))),
      );
      if (bytesOf(json) + name.length >= 8192) throw new Error('QUOTA_BYTES_PER_ITEM quota exceeded');
      next.set(name, json);
    }
    if (next.size > 512) throw new Error('MAX_ITEMS quota exceeded');
    if (bytesOf(areaJson(next)) > 102_400) throw new Error('QUOTA_BYTES quota exceeded');
    this.items = next;
    for (const _ of Object.keys(items)) this.itemWrites.push(Date.now());
    this.#tell();
  }

  async remove(names: string[]): Promise<void> {
    this.#countWrite();
    for (const name of names) this.items.delete(name);
    this.#tell();
  }

  get bytes(): number {
    return bytesOf(areaJson(this.items));
  }

  #countWrite(): void {
    const now = Date.now();
    const since = (span: number) => this.writes.filter((time) => time > now - span).length;
    if (since(60_000) >= 120)
      throw new Error('This request exceeds the MAX_WRITE_OPERATIONS_PER_MINUTE quota.');
    if (since(3_600_000) >= 1800)
      throw new Error('This request exceeds the MAX_WRITE_OPERATIONS_PER_HOUR quota.');
    this.writes.push(now);
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

const wellFormed = (part: unknown) => (typeof part === 'string' ? part.toWellFormed() : part);
const areaJson = (items: ReadonlyMap<string, string>) =>
  `{${[...items].map(([name, json]) => `${JSON.stringify(name)}:${json}`).join(',')}}`;
const bytesOf = (json: string) => utf8.encode(json.replace(/[<\u2028\u2029]/g, '\\u0000')).length;
