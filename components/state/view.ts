import { signal } from '@preact/signals';
import type { NoteRequest } from '../notes/note.ts';

export type SheetName =
  | 'search'
  | 'settings'
  | 'shortcuts'
  | 'library'
  | 'note'
  | 'handIn'
  | 'badge'
  | 'outdated';

/** Opens a view. `from` is the element that had the focus; `request` says which note to write or edit. */
export type OpenSheet = (name: SheetName, from: HTMLElement, request?: Omit<NoteRequest, 'times'>) => void;

interface Sheet {
  /** Tells one opening from another. */
  id: symbol;
  name: SheetName;
  /** The element that gets the focus back. If one view opened another, this is where the first one was opened from. */
  from: HTMLElement;
  /** Which note to write or edit, in the note view. */
  note: NoteRequest;
}

/** How often the reader has asked in the menu to follow the shown page as a course. */
export const followAsked = signal(0);

/** Whether the panel offers to update the course, because its page has changed. */
export const hasUpdate = signal(false);

/** The view that covers the panel, if any. */
export const sheet = signal<Sheet>();

export const openSheet: OpenSheet = (name, from, request) => {
  const open = sheet.peek();
  sheet.value =
    open?.name === 'note'
      ? // A request during the writing of a note doesn't open another one.
        { ...open, note: { ...open.note, times: open.note.times + 1 } }
      : { id: Symbol(), name, from: open?.from ?? from, note: { ...request, times: 0 } };
};

/** Closes a view, unless another one was opened since, and returns the focus to the element from which the first view was opened. */
export function closeSheet(id: symbol): void {
  const open = sheet.peek();
  if (open?.id !== id) return;
  // The browser returns the focus to the element that had it, but on a Mac a click doesn't focus a button.
  open.from.focus();
  sheet.value = undefined;
}
