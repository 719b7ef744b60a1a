import { isRecord, type Note, progressOf, type Writing } from './records.ts';
import { openStore, type Transaction } from './store/store.ts';
import { NOTHING } from './undo.ts';
import { type WriteResult, write } from './write.ts';

/** A note before it is kept. Without an `id` it is a new one. */
export type NoteDraft = Omit<Note, 'id' | 'made'> & { id?: string | undefined; made?: number | undefined };

/** Whether two notes say the same. */
const saysAs = (one: Note, other: Note) =>
  one.words === other.words && one.quote === other.quote && one.evidence === other.evidence;

/**
 * Keeps a note in `course`, or changes the one with its id. With `tick` the objective that it belongs to is ticked in the same
 * transaction: either both are kept or neither, and both are undone together.
 * @param before what the note was when the change of it began; left out, nothing is compared
 * @param newId the id of a new note: who tries again what failed gives the same, and never has two
 * @returns false where the note to be changed was deleted meanwhile, or is another than `before`: then nothing is changed
 * @throws Fault where it cannot be written; then nothing is changed.
 */
export async function saveNote(
  course: string,
  { id: changed, made = Date.now(), ...draft }: NoteDraft,
  tick = false,
  before?: Note,
  newId: string = crypto.randomUUID(),
): Promise<boolean> {
  const { about } = draft;
  const id = changed ?? newId;
  const key: [string, 'note', string] = [course, 'note', id];
  const writings: Writing[] = [{ key, value: { ...draft, made } }];
  if (tick && about.kind === 'objective')
    writings.push({ key: [course, 'completion', about.id], value: true });
  const source = async (transaction: Transaction) => {
    if (changed === undefined) return writings;
    const [there] = progressOf((await transaction.get([key])).filter(isRecord)).notes;
    return there && saysAs(there, before ?? there) ? writings : [];
  };
  const { records } = await write({ kind: 'note', course, what: id }, source, course);
  return records.length > 0;
}

/** Takes a note away; `undo` of the answer's action brings it back. @throws Fault as `saveNote` does */
export function deleteNote(course: string, id: string): Promise<WriteResult> {
  const key: [string, 'note', string] = [course, 'note', id];
  return write({ kind: 'note', course, what: id }, async (transaction) => {
    const there = progressOf((await transaction.get([key])).filter(isRecord)).notes.length > 0;
    return there ? [{ key, value: NOTHING.note }] : [];
  });
}

/** The notes of several courses, by the ids of these. @throws Fault where they cannot be read */
export async function readNotes(courses: readonly string[]): Promise<ReadonlyMap<string, readonly Note[]>> {
  const { found } = await (await openStore()).read(courses.map((course) => [course, 'note']));
  const records = Map.groupBy(found.filter(isRecord), ({ key }) => key[0]);
  return new Map([...records].map(([course, ofCourse]) => [course, progressOf(ofCourse).notes]));
}
