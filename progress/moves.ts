import { isOf, isRecord, type LearnedMove } from './records.ts';
import { openStore } from './store/store.ts';
import { write } from './write.ts';

/** What was learned of the moves of the courses' resources, refused ones included. @throws Fault where it cannot be read */
export async function readMoves(courses: readonly string[]): Promise<LearnedMove[]> {
  const { found } = await (await openStore()).read(courses.map((course) => [course, 'move']));
  return found.filter((record): record is LearnedMove => isRecord(record) && isOf(record, 'move'));
}

const moveOf = (stored: unknown) => (isRecord(stored) && isOf(stored, 'move') ? stored.value : undefined);

/**
 * Records that the link of a resource, whose address in the course is `from`, led to the page `to` once more; not where
 * the reader has taken that back. @throws Fault as `write` does
 */
export async function recordMove(course: string, resource: string, from: string, to: string): Promise<void> {
  const key: LearnedMove['key'] = [course, 'move', resource, to];
  await write(undefined, async (transaction) => {
    const known = moveOf((await transaction.get([key]))[0]);
    if (known?.refused) return [];
    const times = known?.from === from ? known.times + 1 : 1;
    return [{ key, value: { from, times, refused: false } }];
  });
}

/** Takes back for good that the link of a resource leads to the page `to`. @throws Fault as `write` does */
export async function refuseMove(course: string, resource: string, to: string): Promise<void> {
  const key: LearnedMove['key'] = [course, 'move', resource, to];
  await write(undefined, async (transaction) => {
    const known = moveOf((await transaction.get([key]))[0]);
    return known ? [{ key, value: { ...known, refused: true } }] : [];
  });
}
