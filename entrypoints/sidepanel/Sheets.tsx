import type { OnOpen } from '../../components/Link.tsx';
import { onDemand } from '../../components/on-demand.tsx';
import type { Course } from '../../courses/course.ts';
import type { SheetName } from './use-sheet.ts';

const HandbookFind = onDemand(async () => (await import('./HandbookFind.tsx')).HandbookFind);
const SettingsSheet = onDemand(async () => (await import('./settings/SettingsSheet.tsx')).SettingsSheet);
const Shortcuts = onDemand(async () => (await import('../../components/Shortcuts.tsx')).Shortcuts);

interface Props {
  name: SheetName | undefined;
  course: Course;
  /** Progress can be written. */
  writable: boolean;
  onOpen: OnOpen;
  onClose: () => void;
}

/** The view that fills the panel, if one is open. */
export function Sheets({ name, course, writable, onOpen, onClose }: Props) {
  if (name === 'find') return <HandbookFind onOpen={onOpen} onClose={onClose} />;
  if (name === 'settings') return <SettingsSheet course={course} writable={writable} onClose={onClose} />;
  return name && <Shortcuts onClose={onClose} />;
}
