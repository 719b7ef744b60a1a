import type { Restored } from './backups/restore.ts';
import { isRecord, type Progress, type ProgressRecord, progressOf } from './records.ts';
import type { Fault } from './store/fault.ts';
import { openStore } from './store/store.ts';

/** Progress as it was read. */
export interface ProgressRead extends Progress {
  /** Number of stored records that were set aside because they do not fit. */
  quarantined: number;
  /** Why it is not in the database as usual: a newer Waymark wrote that, so this can only be read; or it is in the area. */
  fallbackReason: Fault | undefined;
  /** What this reading has brought back, where something was lost. */
  restored: Restored | undefined;
}

/**
 * Reads the progress of `course`; where nothing is there, what the snapshots still have is brought back. A stored record that
 * does not fit its schema is moved to where nothing else reads, and counted.
 * @throws Fault where it cannot be read.
 */
export async function readProgress(course: string): Promise<ProgressRead> {
  const store = await openStore();
  let { found, quarantined } = await store.read([[course]]);
  let restored: Restored | undefined;
  if (found.length === 0 || store.fallbackReason) {
    restored = await (await import('./backups/restore.ts')).restore(store);
    if (restored) ({ found, quarantined } = await store.read([[course]]));
  }
  const fits: ProgressRecord[] = [];
  const odd: unknown[] = [];
  for (const record of found)
    if (isRecord(record)) fits.push(record);
    else odd.push(record);
  if (odd.length > 0) await (await import('./store/quarantine.ts')).quarantine(odd);
  return {
    ...progressOf(fits),
    quarantined: quarantined + odd.length,
    fallbackReason: store.fallbackReason,
    restored: restored && (restored.records || restored.damaged) ? restored : undefined,
  };
}
