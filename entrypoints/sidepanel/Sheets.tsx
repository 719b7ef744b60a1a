import type { OnOpen } from '../../components/Link.tsx';
import { onDemand } from '../../components/on-demand.tsx';
import type { NoteSheetProps } from './notes/NoteSheet.tsx';
import type { SettingsProps } from './settings/SettingsSheet.tsx';
import type { SheetName } from './use-sheet.ts';

const HandbookFind = onDemand(async () => (await import('./HandbookFind.tsx')).HandbookFind);
const SettingsSheet = onDemand(async () => (await import('./settings/SettingsSheet.tsx')).SettingsSheet);
const NoteSheet = onDemand(async () => (await import('./notes/NoteSheet.tsx')).NoteSheet);
const BadgeSheet = onDemand(async () => (await import('./credential/BadgeSheet.tsx')).BadgeSheet);
const Shortcuts = onDemand(async () => (await import('../../components/Shortcuts.tsx')).Shortcuts);

interface Props extends SettingsProps, Omit<NoteSheetProps, 'wanted'> {
  name: SheetName;
  /** The note that its sheet is about. */
  note: NoteSheetProps['wanted'];
  onOpen: OnOpen;
}

/** The view that fills the panel. */
export function Sheets({ name, note, onOpen, ...about }: Props) {
  const { onClose } = about;
  if (name === 'find') return <HandbookFind onOpen={onOpen} onClose={onClose} />;
  if (name === 'settings') return <SettingsSheet {...about} />;
  if (name === 'note') return <NoteSheet wanted={note} {...about} />;
  if (name === 'badge') return <BadgeSheet onOpen={onOpen} {...about} />;
  return <Shortcuts onClose={onClose} />;
}
