import { knownCourses } from '../../catalog/course-index.ts';
import type { Audience, Course, Section } from '../../courses/course.ts';
import type { OpenSheet } from '../state/use-sheet.ts';
import { useStatus } from '../ui/use-status.ts';
import { Backup } from './Backup.tsx';
import { Handbooks } from './Handbooks.tsx';
import { History } from './History.tsx';
import { Learning } from './Learning.tsx';
import { Managed } from './Managed.tsx';
import { canSync } from './run-sync.ts';
import { Settings } from './Settings.tsx';
import { StartOver } from './StartOver.tsx';
import { Kept } from './Storage.tsx';
import { Sync } from './Sync.tsx';
import type { SettingsStatus } from './settings-status.ts';
import { useBackup } from './use-backup.ts';
import { useHandbooks } from './use-handbooks.ts';
import { useHistory } from './use-history.ts';
import { useKept } from './use-kept.ts';
import { useManaged } from './use-managed.ts';
import { openingStatus, useStartOver } from './use-start-over.ts';
import { useSync } from './use-sync.ts';

export interface SettingsProps {
  course: Course;
  audience: Audience;
  /** The section that the shown page belongs to. */
  section: Section | undefined;
  /** Progress can be written. */
  writable: boolean;
  onChooseCourse: (id: string) => void;
  onChooseAudience: (id: string) => void;
  onSheet: OpenSheet;
  onClose: () => void;
}

/** The settings, and what they do. */
export function SettingsSheet({ onClose, section, ...learning }: SettingsProps) {
  const { course, writable } = learning;
  const status: SettingsStatus = useStatus(openingStatus());
  const kept = useKept();
  const handbooks = useHandbooks(status);
  const backup = useBackup(status);
  const sync = useSync(status);
  const { forbidden, managed } = useManaged(course);
  const history = useHistory(status);
  const startOver = useStartOver(course, status);
  return (
    <Settings onClose={onClose}>
      <Learning courses={knownCourses()} {...learning} />
      <Handbooks {...handbooks} />
      <Backup writable={writable} {...backup} />
      {canSync() && <Sync {...sync} forbidden={forbidden} />}
      <StartOver course={course} section={section} writable={writable} {...startOver} />
      {/* What is read later comes last: nothing above it moves. */}
      {managed && <Managed {...managed} />}
      {kept && <Kept {...kept} />}
      <History {...history} />
    </Settings>
  );
}
