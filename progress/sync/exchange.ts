import { idOf, laterOf } from '../merge.ts';
import { isRecord, type ProgressRecord } from '../records.ts';
import type { Replica } from '../replica.ts';
import { type AreaRead, readArea, type SyncArea } from './area.ts';
import { type Plan, planWrites } from './plan.ts';

/** Why an exchange failed: too many writes, no space, another error of the synced area, or an error of the database. */
export type Obstacle = 'rate' | 'full' | 'failed' | 'database';

export class SyncRefused extends Error {
  readonly why: Obstacle;

  constructor(why: Obstacle, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.why = why;
  }
}

/** Turns an error of the synced area into a refusal. Only messages tell the reason: Chrome names the quota, Firefox the kind of error. */
function refuseByArea(cause: unknown): never {
  const message = String(cause);
  if (/MAX_WRITE_OPERATIONS/.test(message)) throw new SyncRefused('rate', cause);
  throw new SyncRefused(/quota/i.test(message) ? 'full' : 'failed', cause);
}

/** Turns an error of the database into a refusal. */
function refuseByDatabase(cause: unknown): never {
  throw new SyncRefused('database', cause);
}

/** The state after an exchange. */
export interface Exchanged extends Omit<Plan, 'writes'> {
  /** Number of shards that are damaged or of another version. */
  leftAlone: number;
  /** Number of shards that were not written yet, because of the limit on writes. */
  waiting: number;
}

/**
 * Merges records of the synced area that are new or later into the database.
 * @returns all records after that, by their ids
 * @throws SyncRefused
 */
async function mergeLater({ shards }: AreaRead, replica: Replica): Promise<Map<string, ProgressRecord>> {
  const stored = await replica.readAll().catch(refuseByDatabase);
  const here = new Map(stored.map((record) => [idOf(record), record]));
  const later: ProgressRecord[] = [];
  for (const shard of shards.values()) {
    for (const [id, entry] of shard) {
      if (!isRecord(entry)) continue;
      const known = here.get(id);
      if (known && laterOf(known, entry) === known) continue;
      later.push(entry);
      here.set(id, entry);
    }
  }
  if (later.length > 0) await replica.merge(later).catch(refuseByDatabase);
  return here;
}

/** Runs `work` if sync is still on, under the lock that keeps progress from being deleted; otherwise returns undefined. */
export type WhileOn = <T>(work: () => Promise<T>) => Promise<T | undefined>;

/**
 * Syncs the database and the synced area once: merges what is newer there, writes what is missing there.
 * @param grant how many of the wanted writes may be done now
 * @param whileOn is asked before merging and again before writing. Since the area was read, this panel or another may have deleted
 *   progress, which also switches sync off.
 * @returns undefined if sync was switched off
 * @throws SyncRefused; then a part may be done, and the next exchange does the rest
 */
export async function exchange(
  area: SyncArea,
  replica: Replica,
  grant: (wanted: number) => number,
  whileOn: WhileOn,
): Promise<Exchanged | undefined> {
  const found = readArea(await area.get(null).catch(refuseByArea));
  const here = await whileOn(() => mergeLater(found, replica));
  if (!here) return undefined;
  const { writes, ...rest } = await planWrites([...here.values()], found);
  const due = Object.entries(writes);
  const granted = due.slice(0, due.length > 0 ? grant(due.length) : 0);
  if (granted.length > 0 && !(await whileOn(async () => true))) return undefined;
  if (granted.length > 0) await area.set(Object.fromEntries(granted)).catch(refuseByArea);
  return { ...rest, leftAlone: found.leftAlone.size, waiting: due.length - granted.length };
}
