import { isOf, isRecord, type Note, progressOf } from './records.ts';
import { openStore } from './store/store.ts';
import { type WriteResult, write } from './write.ts';

/** A badge as it was made: its id, the signed credential, and of which audience and when it is. */
export interface StoredBadge {
  id: string;
  jwt: string;
  audience: string;
  made: number;
}

/** What a badge of a course is made from, and those that were. */
export interface Earned {
  /** When each objective was ticked that still is, in milliseconds since 1970, by its id. */
  reached: ReadonlyMap<string, number>;
  /** Notes with a quote that show that an objective was reached. */
  quotes: readonly Note[];
  /** The latest first. */
  badges: readonly StoredBadge[];
}

/** Reads what of `course` a badge is made from. @throws Fault where it cannot be read */
export async function readEarned(course: string): Promise<Earned> {
  const { found } = await (await openStore()).read([[course]]);
  const records = found.filter(isRecord);
  const reached = new Map<string, number>();
  const badges: StoredBadge[] = [];
  for (const record of records) {
    if (isOf(record, 'completion') && record.value) reached.set(record.key[2], record.time);
    else if (isOf(record, 'badge') && record.value.jwt) badges.push({ ...record.value, id: record.key[2] });
  }
  const quotes = progressOf(records).notes.filter(({ evidence, quote }) => evidence && quote);
  return { reached, quotes, badges: badges.sort((a, b) => b.made - a.made) };
}

/** Keeps a badge that was made. @throws Fault as `write` does */
export function saveBadge(course: string, { id, ...value }: StoredBadge): Promise<WriteResult> {
  return write({ kind: 'badge', course, what: id }, [{ key: [course, 'badge', id], value }], course);
}
