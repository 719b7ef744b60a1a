import { onDemand } from '../../components/on-demand.tsx';
import type { LibraryProps } from './library/LibrarySheet.tsx';
import type { NoteSheetProps } from './notes/NoteSheet.tsx';
import type { SettingsProps } from './settings/SettingsSheet.tsx';
import type { SheetName } from './use-sheet.ts';

const HandbookFind = onDemand(async () => (await import('./HandbookFind.tsx')).HandbookFind);
const SettingsSheet = onDemand(async () => (await import('./settings/SettingsSheet.tsx')).SettingsSheet);
const LibrarySheet = onDemand(async () => (await import('./library/LibrarySheet.tsx')).LibrarySheet);
const NoteSheet = onDemand(async () => (await import('./notes/NoteSheet.tsx')).NoteSheet);
const Shortcuts = onDemand(async () => (await import('../../components/Shortcuts.tsx')).Shortcuts);

interface Props extends SettingsProps, LibraryProps, Omit<NoteSheetProps, 'wanted'> {
  name: SheetName;
  /** The note that its sheet is about. */
  note: NoteSheetProps['wanted'] | undefined;
}

/** The view that fills the panel. */
export function Sheets({ name, note, ...about }: Props) {
  const { onOpen, onClose } = about;
  if (name === 'find') return <HandbookFind onOpen={onOpen} onClose={onClose} />;
  if (name === 'settings') return <SettingsSheet {...about} />;
  if (name === 'library') return <LibrarySheet {...about} />;
  if (name === 'note' && note) return <NoteSheet wanted={note} {...about} />;
  return <Shortcuts onClose={onClose} />;
}
