import { isRecord, type Note, progressOf } from './records.ts';
import { openStore } from './store.ts';
import { NOTHING } from './undo.ts';
import { type Written, write } from './write.ts';

/** A note before it is kept. Without an `id` it is a new one. */
export type NoteDraft = Omit<Note, 'id' | 'made'> & Partial<Pick<Note, 'id' | 'made'>>;

/**
 * Keeps a note in `course`, or changes the one with its id. With `tick` the objective that it belongs to is ticked in the same
 * transaction: either both are kept or neither, and both are undone together.
 * @throws Fault where it cannot be written; then nothing is changed.
 */
export function keepNote(
  course: string,
  { id = crypto.randomUUID(), made = Date.now(), ...draft }: NoteDraft,
  tick = false,
): Promise<Written> {
  const { about } = draft;
  return write({ kind: 'note', course, what: id }, [
    { key: [course, 'note', id], value: { ...draft, made } },
    ...(tick && about.kind === 'objective'
      ? [{ key: [course, 'completion', about.id] as [string, 'completion', string], value: true }]
      : []),
  ]);
}

/** Takes a note away; `undo` of the answer's action brings it back. @throws Fault as `keepNote` does */
export function deleteNote(course: string, id: string): Promise<Written> {
  return write({ kind: 'note', course, what: id }, [{ key: [course, 'note', id], value: NOTHING.note }]);
}

/** The notes of several courses, by the ids of these. @throws Fault where they cannot be read */
export async function readNotes(courses: readonly string[]): Promise<ReadonlyMap<string, readonly Note[]>> {
  const { found } = await (await openStore()).read(courses.map((course) => [course, 'note']));
  const records = Map.groupBy(found.filter(isRecord), ({ key }) => key[0]);
  return new Map([...records].map(([course, ofCourse]) => [course, progressOf(ofCourse).notes]));
}
