import { useState } from 'preact/hooks';
import type { NoteRequest } from '../notes/note.ts';
import { useStable } from '../ui/use-event.ts';
import { useKeys } from '../ui/use-keys.ts';

export type SheetName = 'find' | 'settings' | 'shortcuts' | 'library' | 'note' | 'handIn' | 'badge';

/** Opens a view from the element that had the focus; for a note, with what is known of it. */
export type OpenSheet = (name: SheetName, from: HTMLElement, wanted?: Omit<NoteRequest, 'times'>) => void;

interface Sheet {
  name: SheetName | undefined;
  /** The note that its sheet is about. */
  note: NoteRequest | undefined;
  open: OpenSheet;
  close(): void;
}

/** Which view fills the panel. When it closes, the focus goes back to where the first one was opened from. */
export function useSheet(): Sheet {
  const [sheet, setSheet] = useState<{ name: SheetName; from: HTMLElement; note: NoteRequest }>();
  const open = useStable<Parameters<OpenSheet>, void>((name, from, wanted) =>
    setSheet(
      sheet?.name === 'note'
        ? // While one is being written a note is wanted for it.
          { ...sheet, note: { ...sheet.note, times: sheet.note.times + 1 } }
        : { name, from: sheet?.from ?? from, note: { ...wanted, times: 0 } },
    ),
  );
  const close = useStable(() => {
    // The browser gives the focus back to what had it, which on a Mac is no button that was clicked.
    sheet?.from.focus();
    setSheet(undefined);
  });
  useKeys({
    '/': (from) => open('find', from),
    n: (from) => {
      // In the line of an objective or a resource it is about that one.
      const button = from.closest('li')?.querySelector<HTMLElement>(':scope > .tool');
      if (button) button.click();
      else open('note', from);
    },
    '?': (from) => open('shortcuts', from),
  });
  return { name: sheet?.name, note: sheet?.note, open, close };
}
