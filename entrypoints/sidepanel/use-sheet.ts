import { useState } from 'preact/hooks';
import type { NoteWanted } from './notes/note-wanted.ts';
import { useKeys } from './use-keys.ts';
import { useStable } from './use-stable.ts';

export type SheetName = 'find' | 'settings' | 'shortcuts' | 'note' | 'badge';

interface Sheet {
  name: SheetName | undefined;
  /** The note that its sheet is about. */
  note: NoteWanted;
  openFind(from: HTMLElement): void;
  openSettings(from: HTMLElement): void;
  openBadges(from: HTMLElement): void;
  openNote(from: HTMLElement, wanted?: Omit<NoteWanted, 'times'>): void;
  close(): void;
}

const SOME_NOTE: NoteWanted = { times: 0 };

/** Which view fills the panel. When it closes, the focus goes back to where it was opened from. */
export function useSheet(): Sheet {
  const [sheet, setSheet] = useState<{ name: SheetName; from: HTMLElement; note?: NoteWanted }>();
  const openFind = useStable((from: HTMLElement) => setSheet({ name: 'find', from }));
  const openSettings = useStable((from: HTMLElement) => setSheet({ name: 'settings', from }));
  const openBadges = useStable((from: HTMLElement) => setSheet({ name: 'badge', from }));
  const openNote = useStable((from: HTMLElement, wanted: Omit<NoteWanted, 'times'> = {}) => {
    // While one is being written a note is wanted for it.
    if (sheet?.note) setSheet({ ...sheet, note: { ...sheet.note, times: sheet.note.times + 1 } });
    else setSheet({ name: 'note', from, note: { ...wanted, times: 0 } });
  });
  const close = useStable(() => {
    // The browser gives the focus back to what had it, which on a Mac is no button that was clicked.
    sheet?.from.focus();
    setSheet(undefined);
  });
  useKeys({
    '/': openFind,
    n: (from) => {
      // In the line of an objective or a resource it is about that one.
      const button = from.closest('li')?.querySelector<HTMLElement>(':scope > .tool');
      if (button) button.click();
      else openNote(from);
    },
    '?': (from) => setSheet({ name: 'shortcuts', from }),
  });
  return {
    name: sheet?.name,
    note: sheet?.note ?? SOME_NOTE,
    openFind,
    openSettings,
    openBadges,
    openNote,
    close,
  };
}
