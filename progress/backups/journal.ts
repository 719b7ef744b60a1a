import { onWrite, type Write } from '../changes.ts';
import { kindNamed } from '../kinds.ts';
import type { ProgressRecord } from '../records.ts';
import { JOURNAL, storageArea } from '../store/storage-area.ts';

/** A write of more records than this is journaled as an empty entry: the snapshot that soon follows has the records. */
const MOST = 500;
/** How long after the last action maintenance begins, in milliseconds. */
const REST = 5000;

let timer: ReturnType<typeof setTimeout> | undefined;

const isFrequent = (records: readonly ProgressRecord[]) =>
  records.every(({ key }) => kindNamed(key[1])?.frequent);

/**
 * Adds what was just written to the database to the journal, where it stays until a snapshot has it. Nobody waits for this, because
 * the database has the records already. Every entry has its own key, so that panels never overwrite each other's entries; of
 * frequent kinds only the last entry of a course is kept.
 */
function append(records: readonly ProgressRecord[]): void {
  const entry = records.length > MOST ? [] : records;
  const [first] = records;
  const name = isFrequent(records)
    ? `${first?.key[1]}-${first?.key[0]}`
    : `${Date.now()}-${crypto.randomUUID()}`;
  storageArea?.set({ [JOURNAL + name]: entry }).catch(() => {
    // The settings show when the last snapshot was made.
  });
}

/** Runs maintenance once no action has come for a while. If it fails, it runs again after the next action. */
export function scheduleMaintenance(): void {
  clearTimeout(timer);
  const run = async () => (await import('./maintain.ts')).runMaintenance();
  // Service workers and Safari have no idle callbacks.
  const whenIdle = globalThis.requestIdleCallback ?? ((work: () => void) => setTimeout(work));
  timer = setTimeout(() => whenIdle(() => void run().catch(() => {}), { timeout: REST }), REST);
}

function record({ records, inFallback }: Write): void {
  // The journal is the second copy next to the database. The fallback store is merged into the database later.
  if (!inFallback) append(records);
  if (!isFrequent(records)) scheduleMaintenance();
}

/** From now on, adds every write of this document to the journal and lets maintenance follow. Calling it again changes nothing. */
export function startJournal(): void {
  onWrite(record);
}
