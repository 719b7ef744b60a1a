import { idOf, laterOf } from '../../../progress/merge.ts';
import { isRecord, type ProgressRecord } from '../../../progress/records.ts';
import type { Replica } from '../../../progress/replica.ts';

/** A replica in memory. It rejects what does not fit its schema. */
export class MemoryReplica implements Replica {
  readonly #records = new Map<string, ProgressRecord>();
  /** How often something was merged. */
  merges = 0;

  constructor(records: readonly ProgressRecord[] = []) {
    for (const record of records) this.#records.set(idOf(record), record);
  }

  async readAll(): Promise<ProgressRecord[]> {
    return [...this.#records.values()];
  }

  async merge(records: readonly ProgressRecord[]): Promise<void> {
    this.merges++;
    for (const record of records) {
      if (!isRecord(record)) throw new TypeError(`does not fit: ${JSON.stringify(record)}`);
      const known = this.#records.get(idOf(record));
      this.#records.set(idOf(record), known ? laterOf(known, record) : record);
    }
  }

  /** All records in a fixed order, for comparing. */
  get sorted(): ProgressRecord[] {
    return [...this.#records.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, record]) => record);
  }
}
