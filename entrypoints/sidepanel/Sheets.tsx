import type { OnOpen } from '../../components/Link.tsx';
import { onDemand } from '../../components/on-demand.tsx';
import type { SettingsProps } from './settings/SettingsSheet.tsx';
import type { SheetName } from './use-sheet.ts';

const HandbookFind = onDemand(async () => (await import('./HandbookFind.tsx')).HandbookFind);
const HandInSheet = onDemand(async () => (await import('./hand-in/HandInSheet.tsx')).HandInSheet);
const SettingsSheet = onDemand(async () => (await import('./settings/SettingsSheet.tsx')).SettingsSheet);
const Shortcuts = onDemand(async () => (await import('../../components/Shortcuts.tsx')).Shortcuts);

interface Props extends SettingsProps {
  name: SheetName | undefined;
  onOpen: OnOpen;
}

/** The view that fills the panel, if one is open. */
export function Sheets({ name, onOpen, ...settings }: Props) {
  const { onClose } = settings;
  if (name === 'find') return <HandbookFind onOpen={onOpen} onClose={onClose} />;
  if (name === 'settings') return <SettingsSheet {...settings} />;
  if (name === 'handIn') return <HandInSheet course={settings.course} onClose={onClose} />;
  return name && <Shortcuts onClose={onClose} />;
}
