import { signal } from '@preact/signals';
import type { NoteRequest } from '../notes/note.ts';
import { listenForKeys } from '../ui/keys.ts';

export type SheetName = 'search' | 'settings' | 'shortcuts' | 'library' | 'note' | 'handIn' | 'badge';

/** Opens a view from the element that had the focus; for a note, with what is known of it. */
export type OpenSheet = (name: SheetName, from: HTMLElement, request?: Omit<NoteRequest, 'times'>) => void;

interface Sheet {
  name: SheetName;
  /** The element that the first view was opened from. */
  from: HTMLElement;
  /** The note that a note's view is about. */
  note: NoteRequest;
}

/** The view that covers the panel, if any. */
export const sheet = signal<Sheet>();

export const openSheet: OpenSheet = (name, from, request) => {
  const open = sheet.peek();
  sheet.value =
    open?.name === 'note'
      ? // While a note is written, a note that is request is this one.
        { ...open, note: { ...open.note, times: open.note.times + 1 } }
      : { name, from: open?.from ?? from, note: { ...request, times: 0 } };
};

/** Closes the view, and gives the focus back to where the first one was opened from. */
export function closeSheet(): void {
  // The browser gives it back to what had it, which on a Mac is no button that was clicked.
  sheet.peek()?.from.focus();
  sheet.value = undefined;
}

/** Begins to open views by their keys. To be called once. */
export function followKeys(): void {
  listenForKeys({
    '/': (from) => openSheet('search', from),
    n: (from) => {
      // On the row of an objective or a resource, the note is about that one.
      const button = from.closest('li')?.querySelector<HTMLElement>(':scope > .tool');
      if (button) button.click();
      else openSheet('note', from);
    },
    '?': (from) => openSheet('shortcuts', from),
  });
}
