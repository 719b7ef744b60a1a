import type { Restored } from './backups/restore.ts';
import { isRecord, type Progress, type ProgressRecord, progressOf } from './records.ts';
import type { Fault } from './store/fault.ts';
import { openStore } from './store/open-store.ts';

/** The progress of a course, and what happened while it was read. */
export interface ProgressRead extends Progress {
  /** Number of stored records in quarantine, because they do not fit their schema. */
  quarantined: number;
  /** Why progress is not in the database as usual: a newer Waymark wrote the database, so it can only be read; or the fallback store is used. */
  fallbackReason: Fault | undefined;
  /** What this read restored from backups, if something was lost. */
  restored: Restored | undefined;
}

/**
 * Reads the progress of `course`. If the store is empty, it is restored from the backups first. Stored records that do not fit their
 * schema are moved to the quarantine and counted.
 * @throws Fault if it cannot be read
 */
export async function readProgress(course: string): Promise<ProgressRead> {
  const store = await openStore();
  let { found, quarantined } = await store.read([[course]]);
  let restored: Restored | undefined;
  if (found.length === 0 || store.fallbackReason) {
    restored = await (await import('./backups/restore.ts')).restore(store);
    if (restored) ({ found, quarantined } = await store.read([[course]]));
  }
  const fitting: ProgressRecord[] = [];
  const odd: unknown[] = [];
  for (const record of found)
    if (isRecord(record)) fitting.push(record);
    else odd.push(record);
  if (odd.length > 0) await (await import('./store/quarantine.ts')).quarantine(odd);
  return {
    ...progressOf(fitting),
    quarantined: quarantined + odd.length,
    fallbackReason: store.fallbackReason,
    restored: restored && (restored.records || restored.damaged) ? restored : undefined,
  };
}
