import * as v from 'valibot';
import { browser } from '../../platform/browser.ts';
import { note } from '../../progress/kinds/note.ts';
import type { NoteDraft } from '../../progress/notes.ts';

/** What the keys of drafts begin with. */
const DRAFT = 'noteDraft';

const keyOf = (course: string, id = '') => DRAFT + JSON.stringify([course, id]);

// In the browser's memory: a draft outlives the panel, and goes with the browser. That one can't be saved is no reason to stop
// writing, and not every browser has this area.
const area = () => browser.storage.session as typeof browser.storage.session | undefined;
const quietly = (done: Promise<unknown> | undefined) => void done?.catch(() => {});

/** What was written in `course` and neither saved nor discarded: changes of the note with this id, or without one a new note. */
export async function readDraft(course: string, id: string | undefined): Promise<NoteDraft | undefined> {
  const key = keyOf(course, id);
  const draft: unknown = (
    await area()
      ?.get(key)
      .catch(() => undefined)
  )?.[key];
  if (!v.is(note.entries.value, draft)) return undefined;
  return { ...draft, id, made: id === undefined ? undefined : draft.made };
}

/** Keeps a draft until it is saved or discarded. */
export function keepDraft(course: string, draft: NoteDraft): void {
  const { id, made = 0, ...kept } = draft;
  quietly(area()?.set({ [keyOf(course, id)]: { ...kept, made } }));
}

/** Forgets the draft of the note with this id, or without one that of a new note. */
export function forgetDraft(course: string, id: string | undefined): void {
  quietly(area()?.remove(keyOf(course, id)));
}

/** All drafts as they are stored, to be put back by `keepDrafts`. */
export async function readDrafts(): Promise<Record<string, unknown>> {
  const all =
    (await area()
      ?.get(null)
      .catch(() => undefined)) ?? {};
  return Object.fromEntries(Object.entries(all).filter(([key]) => key.startsWith(DRAFT)));
}

/** Puts drafts back, but for those that were begun anew. @throws where the browser refuses */
export async function keepDrafts(drafts: Record<string, unknown>): Promise<void> {
  const now = await readDrafts();
  await area()?.set({ ...drafts, ...now });
}

/** Forgets all drafts. @throws where the browser refuses */
export async function forgetDrafts(): Promise<void> {
  await area()?.remove(Object.keys(await readDrafts()));
}
