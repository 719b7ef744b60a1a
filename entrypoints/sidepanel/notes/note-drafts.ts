import * as v from 'valibot';
import { browser } from '../../../platform/browser.ts';
import { note } from '../../../progress/kinds/note.ts';
import type { NoteDraft } from '../../../progress/notes.ts';

/** What the keys of drafts begin with. */
const DRAFT = 'noteDraft';

const keyOf = (course: string, id = '') => DRAFT + JSON.stringify([course, id]);

// In the browser's memory: a draft outlives the panel, and goes with the browser. That one cannot be kept is no reason to stop writing.
const area = () => browser.storage.session;
const quietly = (done: Promise<unknown>) => void done.catch(() => {});

/** What was written in `course` and neither saved nor discarded: changes of the note with this id, or without one a new note. */
export async function readDraft(course: string, id: string | undefined): Promise<NoteDraft | undefined> {
  const key = keyOf(course, id);
  const { [key]: draft } = await area()
    .get(key)
    .catch(() => ({ [key]: undefined }));
  if (!v.is(note.entries.value, draft)) return undefined;
  return { ...draft, id, made: id === undefined ? undefined : draft.made };
}

/** Keeps a draft until it is saved or discarded. */
export function keepDraft(course: string, draft: NoteDraft): void {
  const { id, made = 0, ...kept } = draft;
  quietly(area().set({ [keyOf(course, id)]: { ...kept, made } }));
}

/** Forgets the draft of the note with this id, or without one that of a new note. */
export function forgetDraft(course: string, id: string | undefined): void {
  quietly(area().remove(keyOf(course, id)));
}

/** Forgets all drafts. */
export async function forgetDrafts(): Promise<void> {
  const keys = Object.keys(await area().get(null));
  await area().remove(keys.filter((key) => key.startsWith(DRAFT)));
}
