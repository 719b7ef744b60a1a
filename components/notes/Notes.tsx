import { useEffect, useLayoutEffect } from 'preact/hooks';
import { onNoteWanted } from '../../platform/note-wanted.ts';
import type { LostQuote } from '../course/Notices.tsx';
import type { Noting } from './note.ts';
import { type NotesOptions, useNotes } from './use-notes.ts';

export interface NotesProps extends NotesOptions {
  onNoting: (noting: Noting) => void;
  onLostQuote: (quote: LostQuote | undefined) => void;
}

/** Hands up what notes need, and hears of a note that is wanted: it shows nothing itself. */
export function Notes({ onNoting, onLostQuote, ...options }: NotesProps) {
  const { noting, lostQuote } = useNotes(options);
  useLayoutEffect(() => onNoting(noting), [noting]);
  useLayoutEffect(() => onLostQuote(lostQuote), [lostQuote]);
  // From the page's menu, or by the shortcut.
  useEffect(() => onNoteWanted(() => options.onSheet('note', document.activeElement as HTMLElement)), []);
  return null;
}
