import { kinds } from './kinds.ts';
import { isRecord, type Note, progressOf, type Writing } from './records.ts';
import { openStore } from './store/open-store.ts';
import type { Transaction } from './store/store.ts';
import { type WriteResult, write } from './write.ts';

/** A note that is not saved yet. Without an `id` it is a new one. */
export type NoteDraft = Omit<Note, 'id' | 'made'> & { id?: string | undefined; made?: number | undefined };

/** Whether two notes have the same content and belong to the same item. */
const isSame = (one: Note, other: Note) =>
  one.text === other.text &&
  one.quote === other.quote &&
  one.evidence === other.evidence &&
  one.about.kind === other.about.kind &&
  one.about.id === other.about.id;

/**
 * Saves a new note in `course`, or a change of the note with its id. With `tick`, the objective of the note is ticked in the same
 * transaction, so that both are saved and undone together.
 * @param before the note as it was when editing began; if it is left out, nothing is compared
 * @param newId the id of a new note; pass the same one when trying again, so that the note is never saved twice
 * @returns the id of the action, for `undo`; undefined if the note to be changed was deleted or changed since editing began: then
 *   nothing is saved
 * @throws Fault if it cannot be written; then nothing is changed
 */
export async function saveNote(
  course: string,
  { id: changed, made = Date.now(), text, ...draft }: NoteDraft,
  tick = false,
  before?: Note,
  newId: string = crypto.randomUUID(),
): Promise<string | undefined> {
  const { about } = draft;
  const id = changed ?? newId;
  const key: [string, 'note', string] = [course, 'note', id];
  const writings: Writing[] = [{ key, value: { ...draft, words: text, made } }];
  if (tick && about.kind === 'objective')
    writings.push({ key: [course, 'completion', about.id], value: true });
  const source = async (transaction: Transaction) => {
    if (changed === undefined) return writings;
    const [present] = progressOf((await transaction.get([key])).filter(isRecord)).notes;
    return present && isSame(present, before ?? present) ? writings : [];
  };
  return (await write({ kind: 'note', course, what: id }, source, course)).action;
}

/** Deletes a note. `undo` of the returned action restores it. @throws Fault as `saveNote` does */
export function deleteNote(course: string, id: string): Promise<WriteResult> {
  const key: [string, 'note', string] = [course, 'note', id];
  return write({ kind: 'note', course, what: id }, async (transaction) => {
    const exists = progressOf((await transaction.get([key])).filter(isRecord)).notes.length > 0;
    return exists ? [{ key, value: kinds.note.empty }] : [];
  });
}

/** The notes of several courses, by the ids of the courses. @throws Fault if they cannot be read */
export async function readNotes(courses: readonly string[]): Promise<ReadonlyMap<string, readonly Note[]>> {
  const { found } = await (await openStore()).read(courses.map((course) => [course, 'note']));
  const records = Map.groupBy(found.filter(isRecord), ({ key }) => key[0]);
  return new Map([...records].map(([course, ofCourse]) => [course, progressOf(ofCourse).notes]));
}
