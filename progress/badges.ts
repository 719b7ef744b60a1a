import { isOf, isRecord, type Note, progressOf } from './records.ts';
import { openStore } from './store/open-store.ts';
import { type WriteResult, write } from './write.ts';

/** A badge that was made. */
export interface StoredBadge {
  id: string;
  /** The signed credential. */
  jwt: string;
  /** Id of the audience whose objectives were reached. */
  audience: string;
  /** When it was made, in milliseconds since 1970. */
  made: number;
}

/** What a badge for a course is made from, and the badges that were made. */
export interface Earned {
  /** When each ticked objective was ticked, in milliseconds since 1970, by the objective's id. */
  reached: ReadonlyMap<string, number>;
  /** Notes that quote evidence for an objective. */
  quotes: readonly Note[];
  /** Latest first. */
  badges: readonly StoredBadge[];
}

/** Reads what a badge for `course` is made from. @throws Fault if it cannot be read */
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

/** Saves a badge that was made. @throws Fault as `write` does */
export function saveBadge(course: string, { id, ...value }: StoredBadge): Promise<WriteResult> {
  return write({ kind: 'badge', course, what: id }, [{ key: [course, 'badge', id], value }], course);
}
