import { isOf, isRecord, type LearnedMove } from './records.ts';
import { openStore } from './store/open-store.ts';
import { write } from './write.ts';

/** The moves that were learned for resources of these courses, including rejected ones. @throws Fault if they cannot be read */
export async function readMoves(courses: readonly string[]): Promise<LearnedMove[]> {
  const { found } = await (await openStore()).read(courses.map((course) => [course, 'move']));
  return found.filter((record): record is LearnedMove => isRecord(record) && isOf(record, 'move'));
}

const moveOf = (stored: unknown) => (isRecord(stored) && isOf(stored, 'move') ? stored.value : undefined);

/**
 * Records that the link of a resource led to the page `to` once more, unless the reader has rejected that move.
 * @param from the address of the resource in the course
 * @throws Fault as `write` does
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

/** Rejects the move of a resource to the page `to` permanently. @throws Fault as `write` does */
export async function refuseMove(course: string, resource: string, to: string): Promise<void> {
  const key: LearnedMove['key'] = [course, 'move', resource, to];
  await write(undefined, async (transaction) => {
    const known = moveOf((await transaction.get([key]))[0]);
    return known ? [{ key, value: { ...known, refused: true } }] : [];
  });
}
