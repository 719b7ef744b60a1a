import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import * as v from 'valibot';
import { browser } from '../../platform/browser.ts';
import { kinds } from '../../progress/kinds.ts';
import type { NoteDraft } from '../../progress/notes.ts';
import type { Note } from '../../progress/records.ts';

/** The keys of drafts begin with this. */
const DRAFT = 'noteDraft';

const keyOf = (course: string, id = '') => DRAFT + JSON.stringify([course, id]);

// Drafts are kept in memory: they survive closing the panel, but not closing the browser. Not every browser has this area, and
// the reader can go on writing when a draft can't be saved.
const area = () => browser.storage.session as typeof browser.storage.session | undefined;
const ignoreFailure = (result: Promise<unknown> | undefined) => void result?.catch(() => {});

/** Reads the unsaved draft of the note with this id in `course`, or without an id the draft of a new note. */
export async function readDraft(course: string, id: string | undefined): Promise<NoteDraft | undefined> {
  const key = keyOf(course, id);
  const draft: unknown = (
    await area()
      ?.get(key)
      .catch(() => undefined)
  )?.[key];
  if (!v.is(kinds.note.schema.entries.value, draft)) return undefined;
  const { words: text, ...rest } = draft;
  return { ...rest, text, id, made: id === undefined ? undefined : draft.made };
}

/** Stores a draft, in the form of a note's record, until the note is saved or the draft is discarded. */
export function storeDraft(course: string, draft: NoteDraft): void {
  const { id, made = 0, text, ...rest } = draft;
  ignoreFailure(area()?.set({ [keyOf(course, id)]: { ...rest, words: text, made } }));
}

/** Removes the draft of the note with this id, or without an id that of a new note. */
export function removeDraft(course: string, id: string | undefined): void {
  ignoreFailure(area()?.remove(keyOf(course, id)));
}

/** Returns all drafts as they are stored, for `restoreDrafts`. */
export async function readDrafts(): Promise<Record<string, unknown>> {
  const all =
    (await area()
      ?.get(null)
      .catch(() => undefined)) ?? {};
  return Object.fromEntries(Object.entries(all).filter(([key]) => key.startsWith(DRAFT)));
}

/** Puts drafts back. A draft that was started since wins over the older one. @throws if the browser refuses */
export async function restoreDrafts(drafts: Record<string, unknown>): Promise<void> {
  const current = await readDrafts();
  await area()?.set({ ...drafts, ...current });
}

/** Removes all drafts. @throws if the browser refuses */
export async function removeDrafts(): Promise<void> {
  await area()?.remove(Object.keys(await readDrafts()));
}

/** Whether saving `draft` would change nothing: it equals `note`, or a new note is empty. */
function isUnchanged(draft: NoteDraft, note: Note | undefined): boolean {
  if (note === undefined || draft.id === undefined) return !draft.text && !draft.quote;
  return JSON.stringify({ ...note, ...draft }) === JSON.stringify(note);
}

/**
 * The draft that the form shows. It is stored from the reader's first change until it is saved or discarded, so that closing the
 * form by mistake loses nothing.
 * @param note the note being edited; undefined for a new one, which starts as `empty`
 * @param stored the draft that was stored earlier
 */
export function useDraft(
  course: string,
  note: Note | undefined,
  empty: NoteDraft,
  stored: NoteDraft | undefined,
) {
  const start = note ?? empty;
  const [draft, setDraft] = useState<NoteDraft>(
    stored ? { ...stored, about: note ? stored.about : empty.about } : start,
  );
  const [isRestored, setIsRestored] = useState(stored !== undefined);
  const touched = useRef(false);
  useLayoutEffect(() => {
    if (!touched.current) return;
    if (isUnchanged(draft, note)) removeDraft(course, draft.id);
    else storeDraft(course, draft);
  }, [draft]);
  const forget = () => {
    touched.current = false;
    removeDraft(course, draft.id);
  };
  return {
    draft,
    /** The form shows a draft from earlier. */
    isRestored,
    /** Changes the draft. A change that the reader didn't ask for (`byReader` false) doesn't make it worth storing. */
    change(next: Partial<NoteDraft>, byReader = true) {
      touched.current ||= byReader;
      setDraft((last) => ({ ...last, ...next }));
    },
    /** Removes the stored draft: it was saved or discarded. */
    forget,
    startOver() {
      forget();
      setIsRestored(false);
      setDraft(start);
    },
    /** Turns an edit into a new note, because the edited one was deleted or changed elsewhere. */
    makeNew() {
      forget();
      touched.current = true;
      setDraft({ ...draft, id: undefined, made: undefined });
    },
  };
}
