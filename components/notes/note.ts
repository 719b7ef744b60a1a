import type { LinkDisposition } from '../../platform/open-link.ts';
import type { Note } from '../../progress/records.ts';

/** What a note belongs to. */
export type NoteTarget = Note['about'];

/** The note form that the reader asked for: a new note, perhaps with its target, or an edit of `note`. */
export interface NoteRequest {
  target?: NoteTarget;
  note?: Note;
  /** How often the reader asked again while the form was open. */
  times: number;
}

/** The notes of a course, and what can be done with them. */
export interface CourseNotes {
  all: readonly Note[];
  /** Notes can be saved, edited and deleted. */
  writable: boolean;
  /** The address of a note's quote. */
  linkOf: (note: Note) => string;
  onAdd: (button: HTMLElement, target: NoteTarget) => void;
  onEdit: (button: HTMLElement, note: Note) => void;
  onDelete: (note: Note) => Promise<unknown>;
  onOpen: (note: Note, where: LinkDisposition) => void;
}

/** A string that is the same for equal targets: a key of lists and maps. */
export const targetKey = ({ kind, id }: NoteTarget) => `${kind} ${id}`;
