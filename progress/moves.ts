import { openDatabase } from './database.ts';
import { write } from './progress.ts';
import { isRecord, type LearnedMove } from './records.ts';

const keyOf = (course: string, resource: string, to: string): LearnedMove['key'] => [
  course,
  'move',
  resource,
  to,
];

/**
 * What was learned of the moves of the courses' resources, refused ones included.
 * @throws DOMException where the database cannot be opened or read.
 */
export async function readMoves(courses: readonly string[]): Promise<LearnedMove[]> {
  const database = await openDatabase();
  const ranges = courses.map((course) => IDBKeyRange.bound([course, 'move'], [course, 'move', []]));
  const found = await Promise.all(ranges.map((range) => database.getAll('records', range)));
  return found.flat().filter((record): record is LearnedMove => isRecord(record) && record.key[1] === 'move');
}

/**
 * Records that the link of a resource, whose address in the course is `from`, led to the page `to` once more; not where
 * the reader has taken that back. @throws as `write` does
 */
export async function recordMove(course: string, resource: string, from: string, to: string): Promise<void> {
  const known = (await readMoves([course])).find(({ key }) => key[2] === resource && key[3] === to)?.value;
  if (known?.refused) return;
  const times = known?.from === from ? known.times + 1 : 1;
  await write([{ key: keyOf(course, resource, to), value: { from, times, refused: false } }]);
}

/** Takes back for good that the link of a resource leads to the page `to`. @throws as `write` does */
export async function refuseMove(course: string, resource: string, to: string): Promise<void> {
  const known = (await readMoves([course])).find(({ key }) => key[2] === resource && key[3] === to);
  if (known) await write([{ key: known.key, value: { ...known.value, refused: true } }]);
}
