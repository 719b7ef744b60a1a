import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { NoteDraft } from '../../progress/notes.ts';
import type { Note } from '../../progress/records.ts';
import { forgetDraft, keepDraft } from './note-drafts.ts';

/** Whether a draft says what `note` says already, or without one nothing. */
function saysNothing(draft: NoteDraft, note: Note | undefined): boolean {
  if (note === undefined || draft.id === undefined) return !draft.words && !draft.quote;
  return JSON.stringify({ ...note, ...draft }) === JSON.stringify(note);
}

/**
 * What is being written in `course`: kept from the reader's first change until it is saved or discarded, so that a slip of
 * the finger on Escape does not cost it.
 * @param note what is changed; undefined for a new one, which begins as `empty`
 * @param before what was written earlier and kept
 */
export function useDraft(
  course: string,
  note: Note | undefined,
  empty: NoteDraft,
  before: NoteDraft | undefined,
) {
  const start = note ?? empty;
  const [draft, setDraft] = useState<NoteDraft>(
    before ? { ...before, about: note ? before.about : empty.about } : start,
  );
  const [isBack, setIsBack] = useState(before !== undefined);
  const touched = useRef(false);
  useLayoutEffect(() => {
    if (!touched.current) return;
    if (saysNothing(draft, note)) forgetDraft(course, draft.id);
    else keepDraft(course, draft);
  }, [draft]);
  const forget = () => {
    touched.current = false;
    forgetDraft(course, draft.id);
  };
  return {
    draft,
    /** The draft is one that was written earlier. */
    isBack,
    /** Changes it; what the reader did not ask for is not kept for its own sake. */
    change(next: Partial<NoteDraft>, asked = true) {
      touched.current ||= asked;
      setDraft((last) => ({ ...last, ...next }));
    },
    /** It was saved, or is not wanted. */
    forget,
    startAfresh() {
      forget();
      setIsBack(false);
      setDraft(start);
    },
    /** Makes a new note of the changes to one that is not there any more. */
    makeNew() {
      forget();
      touched.current = true;
      setDraft({ ...draft, id: undefined, made: undefined });
    },
  };
}
