import type { LibraryProps } from './library/LibrarySheet.tsx';
import type { NoteSheetProps } from './notes/NoteSheet.tsx';
import type { SearchProps } from './search/SearchSheet.tsx';
import type { SettingsProps } from './settings/SettingsSheet.tsx';
import type { SheetName } from './state/use-sheet.ts';
import { onDemand } from './ui/on-demand.tsx';

const SearchSheet = onDemand(async () => (await import('./search/SearchSheet.tsx')).SearchSheet);
const HandInSheet = onDemand(async () => (await import('./hand-in/HandInSheet.tsx')).HandInSheet);
const SettingsSheet = onDemand(async () => (await import('./settings/SettingsSheet.tsx')).SettingsSheet);
const LibrarySheet = onDemand(async () => (await import('./library/LibrarySheet.tsx')).LibrarySheet);
const NoteSheet = onDemand(async () => (await import('./notes/NoteSheet.tsx')).NoteSheet);
const BadgeSheet = onDemand(async () => (await import('./badge/BadgeSheet.tsx')).BadgeSheet);
const Shortcuts = onDemand(async () => (await import('./course/Shortcuts.tsx')).Shortcuts);

interface Props
  extends Omit<SettingsProps, 'onChooseAudience'>,
    LibraryProps,
    Omit<NoteSheetProps, 'request'>,
    SearchProps {
  name: SheetName;
  /** The note that its sheet is about. */
  note: NoteSheetProps['request'] | undefined;
}

/** The view that fills the panel. */
export function Sheets({ name, note, ...about }: Props) {
  const { onClose } = about;
  if (name === 'find') return <SearchSheet {...about} />;
  if (name === 'settings') return <SettingsSheet {...about} />;
  if (name === 'library') return <LibrarySheet {...about} />;
  if (name === 'note' && note) return <NoteSheet request={note} {...about} />;
  if (name === 'handIn') return <HandInSheet course={about.course} onClose={onClose} />;
  if (name === 'badge') return <BadgeSheet {...about} />;
  return <Shortcuts onClose={onClose} />;
}
