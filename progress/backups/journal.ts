import type { ProgressRecord } from '../records.ts';
import { storageArea } from '../store/storage-area.ts';

export const JOURNAL = 'journal:';

/** More records than this are too many to be kept apart: the next snapshot has them. */
const MOST = 500;
/** How long no action must have come before a snapshot is made, in milliseconds. */
const REST = 5000;

let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * Whether all of it only says where the reader is, which is written every few seconds: of that the last is enough, and no snapshot of all that
 * there is has to be made for it.
 */
export function isPassing(records: readonly ProgressRecord[]): boolean {
  return records.every(({ key }) => key[1] === 'place');
}

/**
 * Writes down what has just been written to the database, until a snapshot holds it. Nobody waits for that: it is the second
 * place, and the way of a tick ends at the first. Each entry has a key of its own, so that no panel takes another's away.
 */
export function appendToJournal(records: readonly ProgressRecord[]): void {
  const entry = records.length > MOST ? [] : records;
  const name = isPassing(records) ? `place-${records[0]?.key[0]}` : `${Date.now()}-${crypto.randomUUID()}`;
  storageArea?.set({ [JOURNAL + name]: entry }).catch(() => {
    // The line in the settings tells when the last snapshot was made.
  });
}

/** Lets `keep` do its work once no action has come for a while. What fails there is tried again after the next action. */
export function scheduleMaintenance(): void {
  clearTimeout(timer);
  const runMaintenance = async () => (await import('./maintain.ts')).runMaintenance();
  timer = setTimeout(
    () => requestIdleCallback(() => void runMaintenance().catch(() => {}), { timeout: REST }),
    REST,
  );
}
