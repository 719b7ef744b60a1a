import { useState } from 'preact/hooks';
import { useKeys } from './use-keys.ts';
import { useStable } from './use-stable.ts';

export type SheetName = 'find' | 'settings' | 'shortcuts' | 'handIn';

interface Sheet {
  name: SheetName | undefined;
  openFind(from: HTMLElement): void;
  openSettings(from: HTMLElement): void;
  openHandIn(from: HTMLElement): void;
  close(): void;
}

/** Which view fills the panel. When it closes, the focus goes back to where it was opened from. */
export function useSheet(): Sheet {
  const [sheet, setSheet] = useState<{ name: SheetName; from: HTMLElement }>();
  const openFind = useStable((from: HTMLElement) => setSheet({ name: 'find', from }));
  const openSettings = useStable((from: HTMLElement) => setSheet({ name: 'settings', from }));
  const openHandIn = useStable((from: HTMLElement) => setSheet({ name: 'handIn', from }));
  const close = useStable(() => {
    // The browser gives the focus back to what had it, which on a Mac is no button that was clicked.
    sheet?.from.focus();
    setSheet(undefined);
  });
  useKeys({ '/': openFind, '?': (from) => setSheet({ name: 'shortcuts', from }) });
  return { name: sheet?.name, openFind, openSettings, openHandIn, close };
}
