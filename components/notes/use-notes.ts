import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { onNoteWanted } from '../../platform/note-wanted.ts';
import { bringToFront, openLink } from '../../platform/open-link.ts';
import { showQuote } from '../../platform/page-channel.ts';
import type { Note } from '../../progress/records.ts';
import { anchorOf, pageOf } from '../../sites/address.ts';
import { addressOf } from '../../sites/index.ts';
import { quotedAddress } from '../../sites/quote.ts';
import { withoutSecrets } from '../../sites/secrets.ts';
import type { LostQuote } from '../course/Notices.tsx';
import type { ProgressState } from '../state/use-progress.ts';
import type { OpenSheet } from '../state/use-sheet.ts';
import type { ShownPage } from '../state/use-shown-page.ts';
import type { LinkPlace } from '../ui/Link.tsx';
import { useUndoable } from '../ui/use-undoable.ts';
import type { CourseNotes } from './note.ts';

/** A note whose link was opened in a tab that has not loaded the page yet. */
interface PendingNote {
  note: Note;
  tab: number | undefined;
  /** The number of the tab's load when the link was opened. */
  load: number;
}

/** Shows the note's quote on the page in `tab`. @returns whether the quote is no longer there */
async function isLost(tab: number, { quote, address }: Note): Promise<boolean> {
  return quote !== '' && (await showQuote(tab, quote, anchorOf(address))) === false;
}

/**
 * Opens the page that a note's quote is from. If the tab shows that page already, it only scrolls to the quote.
 * @returns whether the quote is no longer there, or the note to check once its page has loaded
 * @throws as `openLink` does
 */
async function openNote(
  note: Note,
  where: LinkPlace,
  { tab, address }: ShownPage,
): Promise<{ lost: boolean } | { pending: PendingNote }> {
  const { quote } = note;
  const page = pageOf(addressOf(note.address) ?? note.address);
  const here = where === 'here' && address !== undefined && page === pageOf(address);
  const lost = here && (await isLost(tab.id, note));
  if (here && quote && !lost) {
    await bringToFront(tab.id);
    return { lost };
  }
  // Firefox doesn't scroll to a text fragment in a link that an extension opens, and not to the heading either.
  const link = import.meta.env.FIREFOX ? note.address : quotedAddress(note.address, quote);
  const opened = await openLink(link, tab.id, where);
  return here ? { lost } : { pending: { note, tab: opened, load: where === 'here' ? tab.load : 0 } };
}

/** Whether the page of a pending note lacks the quote; undefined until that page is shown and complete. */
async function checkPending(
  { tab, fresh, news }: ShownPage,
  { note, load, tab: id }: PendingNote,
): Promise<boolean | undefined> {
  if (tab.id !== id || tab.load <= load || !fresh || !tab.complete || news?.kind !== 'content')
    return undefined;
  return isLost(tab.id, note);
}

export interface NotesOptions {
  shown: ShownPage;
  /** Id of the shown course, and its progress. */
  course: string;
  state: ProgressState;
  /** Opens the note form. */
  onSheet: OpenSheet;
}

/**
 * The notes of the shown course with their actions, and the quote that was looked for and isn't on the shown page any more. Also
 * opens the note form when the browser's menu or shortcut asks for it.
 */
export function useNotes({ shown, course, state, onSheet }: NotesOptions): {
  notes: CourseNotes;
  lostQuote: LostQuote | undefined;
} {
  const { progress, ready, act } = state;
  const { notes: all } = progress;
  const page = shown.address && pageOf(shown.address);
  const [last, setDeleted] = useState<{ note: Note; action: string | undefined; place: string }>();
  // The Undo of a deletion is offered only for as long as the same course and page are shown.
  const place = JSON.stringify([course, page]);
  const deleted = last?.place === place ? last : undefined;
  const [lost, setLost] = useState<{ quote: string; on: string | undefined }>();
  const pending = useRef<PendingNote>(undefined);
  const latest = useRef(shown);
  latest.current = shown;

  const setLostHere = (quote: string) => setLost({ quote, on: page });
  useEffect(() => {
    const { current } = pending;
    if (!current) return;
    void checkPending(shown, current).then((isGone) => {
      if (isGone !== undefined && pending.current === current) pending.current = undefined;
      if (isGone) setLostHere(current.note.quote);
    });
  }, [shown]);
  useUndoable(deleted?.action, (action) =>
    setDeleted((last) => (last?.action === action ? undefined : last)),
  );

  // From the page's context menu, or by the browser's keyboard shortcut.
  useEffect(() => onNoteWanted(() => onSheet('note', document.activeElement as HTMLElement)), []);

  const notes = useMemo<CourseNotes>(
    () => ({
      all,
      deleted: deleted?.note,
      writable: ready,
      linkOf: ({ address, quote }) => quotedAddress(withoutSecrets(address), quote),
      onAdd: (from, target) => onSheet('note', from, { target }),
      onEdit: (from, note) => onSheet('note', from, { note }),
      onDelete: (note) =>
        act(async () => {
          const { action } = await (await import('../../progress/notes.ts')).deleteNote(course, note.id);
          setDeleted({ note, action, place });
        }),
      onUndoDelete: () =>
        act(async () => {
          await (await import('../../progress/undo.ts')).undo(deleted?.action ?? '');
          setDeleted(undefined);
        }),
      async onOpen(note, where) {
        setLost(undefined);
        const opened = await openNote(note, where, latest.current);
        if ('pending' in opened) pending.current = opened.pending;
        else if (opened.lost) setLostHere(note.quote);
      },
    }),
    [all, deleted, ready, course, page],
  );
  const quote = lost?.on === page ? lost?.quote : undefined;
  const lostQuote = useMemo(
    () => (quote === undefined ? undefined : { quote, onForget: () => setLost(undefined) }),
    [quote],
  );
  return { notes, lostQuote };
}
