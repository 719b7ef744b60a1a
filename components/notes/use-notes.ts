import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { pageOf } from '../../sites/address.ts';
import { quotedAddress } from '../../sites/quote.ts';
import { withoutSecrets } from '../../sites/secrets.ts';
import type { LostQuote } from '../course/Notices.tsx';
import type { ProgressState } from '../state/use-progress.ts';
import type { OpenSheet } from '../state/use-sheet.ts';
import type { ShownPage } from '../state/use-shown-page.ts';
import { useUndoable } from '../ui/use-undoable.ts';
import { type Followed, lostOn, openNote } from './follow-quote.ts';
import type { Note, Noting } from './note.ts';

export interface NotesOptions {
  shown: ShownPage;
  /** Id of the shown course, and what was done in it. */
  course: string;
  state: ProgressState;
  /** Opens the sheet in which a note is kept or changed. */
  onSheet: OpenSheet;
}

/** The notes of the shown course with what can be done with them; and the quote that is not on the shown page any more. */
export function useNotes({ shown, course, state, onSheet }: NotesOptions): {
  noting: Noting;
  lostQuote: LostQuote | undefined;
} {
  const { progress, ready, act } = state;
  const { notes } = progress;
  const page = shown.address && pageOf(shown.address);
  const [last, setDeleted] = useState<{ note: Note; action: string | undefined; of: string }>();
  // Elsewhere the reader has other things in mind.
  const of = JSON.stringify([course, page]);
  const deleted = last?.of === of ? last : undefined;
  const [lost, setLost] = useState<{ quote: string; on: string | undefined }>();
  const followed = useRef<Followed>(undefined);
  const latest = useRef(shown);
  latest.current = shown;

  const lose = (quote: string) => setLost({ quote, on: page });
  useEffect(() => {
    const { current } = followed;
    if (!current) return;
    void lostOn(shown, current).then((gone) => {
      if (gone !== undefined && followed.current === current) followed.current = undefined;
      if (gone) lose(current.note.quote);
    });
  }, [shown]);
  useUndoable(deleted?.action, (action) =>
    setDeleted((last) => (last?.action === action ? undefined : last)),
  );

  const noting = useMemo<Noting>(
    () => ({
      notes,
      deleted: deleted?.note,
      writable: ready,
      linkOf: ({ address, quote }) => quotedAddress(withoutSecrets(address), quote),
      onKeep: (from, about) => onSheet('note', from, { about }),
      onEdit: (from, note) => onSheet('note', from, { note }),
      onDelete: (note) =>
        act(async () => {
          const { action } = await (await import('../../progress/notes.ts')).deleteNote(course, note.id);
          setDeleted({ note, action, of });
        }),
      onBringBack: () =>
        act(async () => {
          await (await import('../../progress/undo.ts')).undo(deleted?.action ?? '');
          setDeleted(undefined);
        }),
      async onOpen(note, where) {
        setLost(undefined);
        const opened = await openNote(note, where, latest.current);
        if ('followed' in opened) followed.current = opened.followed;
        else if (opened.lost) lose(note.quote);
      },
    }),
    [notes, deleted, ready, course, page],
  );
  const lostHere = lost?.on === page ? lost?.quote : undefined;
  const lostQuote = useMemo(
    () => (lostHere === undefined ? undefined : { quote: lostHere, onForget: () => setLost(undefined) }),
    [lostHere],
  );
  return { noting, lostQuote };
}
