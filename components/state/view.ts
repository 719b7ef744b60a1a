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
  /** The element that gets the focus back. */
  from: HTMLElement;
  /** The view that opened it, which is shown again when it closes. */
  below: Sheet | undefined;
  /** Which note to write or edit, in the note view. */
  note: NoteRequest;
}

/** How often the reader has asked in the menu to follow the shown page as a course. */
export const followAsked = signal(0);

/** Whether the panel offers to update the course, because its page has changed. */
export const hasUpdate = signal(false);

/** The view that covers the panel, if any, on top of those that opened it. */
export const sheet = signal<Sheet>();

export const openSheet: OpenSheet = (name, from, request) => {
  const open = sheet.peek();
  sheet.value =
    open?.name === 'note'
      ? // A request during the writing of a note doesn't open another one.
        { ...open, note: { ...open.note, times: open.note.times + 1 } }
      : { id: Symbol(), name, from, below: open, note: { ...request, times: 0 } };
};

/** Returns `open`, and what is below it, without the view with this id. */
const without = (open: Sheet | undefined, id: symbol): Sheet | undefined =>
  open?.id === id ? open.below : open && { ...open, below: without(open.below, id) };

/** Closes a view, and returns the focus to the element from which it was opened. One that was opened since stays open. */
export function closeSheet(id: symbol): void {
  const open = sheet.peek();
  // The browser returns the focus to the element that had it, but on a Mac a click doesn't focus a button.
  if (open?.id === id) open.from.focus();
  sheet.value = without(open, id);
}
