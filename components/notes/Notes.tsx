import { useLayoutEffect } from 'preact/hooks';
import type { LostQuote } from '../course/Notices.tsx';
import type { CourseNotes } from './note.ts';
import { type NotesOptions, useNotes } from './use-notes.ts';

export interface NotesProps extends NotesOptions {
  onNotes: (notes: CourseNotes) => void;
  onLostQuote: (quote: LostQuote | undefined) => void;
}

/** Passes the notes up to the panel. It shows nothing itself. */
export function Notes({ onNotes, onLostQuote, ...options }: NotesProps) {
  const { notes, lostQuote } = useNotes(options);
  useLayoutEffect(() => onNotes(notes), [notes]);
  useLayoutEffect(() => onLostQuote(lostQuote), [lostQuote]);
  return null;
}
