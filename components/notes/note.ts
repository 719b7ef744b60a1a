import type { LinkPlace } from '../ui/Link.tsx';

/** What a note belongs to. */
export interface About {
  kind: 'objective' | 'resource';
  id: string;
}

/** A note as it is shown: the reader's words, or what was selected on a page, or both. */
export interface Note {
  id: string;
  about: About;
  words: string;
  quote: string;
  /** Where the quote is from, and what that is called; '' where there is no quote. */
  address: string;
  title: string;
  /** It shows that its objective is reached. */
  evidence: boolean;
  /** When it was first kept, in milliseconds since 1970. */
  made: number;
}

/** The notes of a course, and what can be done with them. */
export interface Noting {
  notes: readonly Note[];
  /** The note that was deleted last, if it can be brought back. */
  deleted: Note | undefined;
  /** Notes can be kept and changed. */
  writable: boolean;
  /** The address of a note's quote. */
  linkOf: (note: Note) => string;
  onKeep: (button: HTMLElement, about: About) => void;
  onEdit: (button: HTMLElement, note: Note) => void;
  onDelete: (note: Note) => Promise<unknown>;
  onBringBack: () => Promise<unknown>;
  onOpen: (note: Note, where: LinkPlace) => void;
}

/** Whether a note belongs to this. */
export function isAbout({ about }: Note, kind: About['kind'], id: string): boolean {
  return about.kind === kind && about.id === id;
}
