import { idOf, laterOf } from '../merge.ts';
import { isRecord, type ProgressRecord } from '../records.ts';
import type { Replica } from '../replica.ts';
import { type AreaRead, readArea, type SyncArea } from './area.ts';
import { type Plan, planWrites } from './plan.ts';

/** Why an exchange came to nothing: too many writes, no room, another answer of the browser's, or our own database. */
export type Obstacle = 'rate' | 'full' | 'failed' | 'database';

export class SyncRefused extends Error {
  readonly why: Obstacle;

  constructor(why: Obstacle, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.why = why;
  }
}

/** The browsers tell why they refuse by words alone: Chrome names the quota, Firefox the kind of error. */
function ofArea(cause: unknown): never {
  const message = String(cause);
  if (/MAX_WRITE_OPERATIONS/.test(message)) throw new SyncRefused('rate', cause);
  throw new SyncRefused(/quota/i.test(message) ? 'full' : 'failed', cause);
}

function ofDatabase(cause: unknown): never {
  throw new SyncRefused('database', cause);
}

/** How things stand after an exchange. */
export interface Exchanged extends Omit<Plan, 'writes'> {
  /** Number of shards that are damaged or of another version. */
  leftAlone: number;
  /** Number of shards that still have to be written. */
  waiting: number;
}

/** Merges what `found` has later than the database. @returns all records by their ids, as they are then @throws SyncRefused */
async function mergeNews({ shards }: AreaRead, replica: Replica): Promise<Map<string, ProgressRecord>> {
  const stored = await replica.readAll().catch(ofDatabase);
  const here = new Map(stored.map((record) => [idOf(record), record]));
  const news: ProgressRecord[] = [];
  for (const shard of shards.values()) {
    for (const [id, entry] of shard) {
      if (!isRecord(entry)) continue;
      const known = here.get(id);
      if (known && laterOf(known, entry) === known) continue;
      news.push(entry);
      here.set(id, entry);
    }
  }
  if (news.length > 0) await replica.merge(news).catch(ofDatabase);
  return here;
}

/** Runs `work` while nothing can be deleted, provided that sync is still on; answers undefined where it isn't. */
export type WhileOn = <T>(work: () => Promise<T>) => Promise<T | undefined>;

/**
 * Brings the database and the synced area together once: merges what is newer there, writes what is missing there.
 * @param grant says how many of the wanted writes may go now
 * @param whileOn asked before anything is merged, and again before anything is written: progress may have been deleted since
 *   the area was read, and sync switched off with it, by this panel or another
 * @returns undefined where sync was switched off
 * @throws SyncRefused; then some of it may be done, and the next exchange does the rest
 */
export async function exchange(
  area: SyncArea,
  replica: Replica,
  grant: (wanted: number) => number,
  whileOn: WhileOn,
): Promise<Exchanged | undefined> {
  const found = readArea(await area.get(null).catch(ofArea));
  const here = await whileOn(() => mergeNews(found, replica));
  if (!here) return undefined;
  const { writes, ...rest } = await planWrites([...here.values()], found);
  const due = Object.entries(writes);
  const granted = due.slice(0, due.length > 0 ? grant(due.length) : 0);
  if (granted.length > 0 && !(await whileOn(async () => true))) return undefined;
  if (granted.length > 0) await area.set(Object.fromEntries(granted)).catch(ofArea);
  return { ...rest, leftAlone: found.leftAlone.size, waiting: due.length - granted.length };
}
