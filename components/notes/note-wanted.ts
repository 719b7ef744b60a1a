import type { Note } from '../../progress/records.ts';
import type { About } from './note.ts';

/** A note that the reader wants to keep, perhaps with something already, or to change. */
export interface NoteWanted {
  about?: About;
  note?: Note;
  /** How often it was wanted again while its sheet was open. */
  times: number;
}
