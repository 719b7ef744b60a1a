import type { Course } from '../courses/course.ts';
import { hashOf } from '../courses/page/ids.ts';
import { fingerprintOf, type PageLine, READING } from '../courses/page/page-lines.ts';
import { readProgressIn } from '../progress/courses.ts';
import { readMoves } from '../progress/moves.ts';
import { readingOf, readReading, type StoredReading } from '../progress/readings.ts';
import type { Writing } from '../progress/records.ts';

/** A page as it was just read: as a course, and its lines. */
export interface PageReading {
  course: Course;
  lines: readonly PageLine[];
}

/** The record of how `pack`, the text of a course's pack, was read from these lines. */
export function readingRecord(id: string, pack: string, lines: readonly PageLine[]): Writing {
  return readingOf(id, { version: READING, pack: hashOf(pack), lines: fingerprintOf(lines) });
}

/**
 * How the stored pack of a course was read; undefined if that isn't known, because a version up to 0.3.0 stored it.
 * @throws Fault if progress can't be read
 */
export async function readingOfPack(id: string): Promise<StoredReading | undefined> {
  const { pack, reading } = await readReading(id);
  return pack !== undefined && reading?.pack === hashOf(pack) ? reading : undefined;
}

/** The ids of the objectives and resources of a course with which the reader did something. @throws Fault if progress can't be read */
export async function idsWithProgress(id: string): Promise<ReadonlySet<string>> {
  const [progress, moves] = await Promise.all([readProgressIn([id]), readMoves([id])]);
  const { completed, visited, notes } = progress.get(id) ?? { completed: [], visited: [], notes: [] };
  return new Set([
    ...completed,
    ...visited,
    ...notes.map(({ about }) => about.id),
    ...moves.map(({ key }) => key[2]),
  ]);
}
