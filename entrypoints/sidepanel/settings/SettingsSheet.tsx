import { Backup } from '../../../components/settings/Backup.tsx';
import { Handbooks } from '../../../components/settings/Handbooks.tsx';
import { History } from '../../../components/settings/History.tsx';
import { Kept } from '../../../components/settings/Kept.tsx';
import { Learning } from '../../../components/settings/Learning.tsx';
import { Managed } from '../../../components/settings/Managed.tsx';
import { Settings } from '../../../components/settings/Settings.tsx';
import { StartOver } from '../../../components/settings/StartOver.tsx';
import { Sync } from '../../../components/settings/Sync.tsx';
import type { Audience, Course, Section } from '../../../courses/course.ts';
import { knownCourses } from '../course-index.ts';
import { canSync } from '../sync.ts';
import type { OpenSheet } from '../use-sheet.ts';
import { useStatus } from '../use-status.ts';
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
