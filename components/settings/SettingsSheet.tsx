import { i18n } from '#i18n';
import type { Audience, Course, Section } from '../../courses/course.ts';
import type { OpenSheet } from '../state/view.ts';
import { Fold } from '../ui/Region.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { Backup } from './Backup.tsx';
import { Handbooks } from './Handbooks.tsx';
import { History } from './History.tsx';
import { Keyboard } from './Keyboard.tsx';
import { Learning } from './Learning.tsx';
import { canSync } from './run-sync.ts';
import { StartOver } from './StartOver.tsx';
import { Storage } from './Storage.tsx';
import { Sync } from './Sync.tsx';
import { useSettingsStatus } from './settings-status.ts';
import { coursesToChoose, type ManagedTexts, useManaged } from './use-managed.ts';

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

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <ul class="lines">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

/** Shows what the reader's organisation has set, and which parts of its policy are invalid. */
function Managed({ set, wrong }: ManagedTexts) {
  return (
    <Fold title={i18n.t('managed.title')}>
      {() => (
        <>
          {set.length > 0 && <Lines lines={set} />}
          {wrong.length > 0 && (
            <>
              <p>{i18n.t('managed.wrong')}</p>
              <Lines lines={wrong} />
            </>
          )}
        </>
      )}
    </Fold>
  );
}

/** The settings. What readers come for is on top; the rest is folded. */
export function SettingsSheet({ onClose, section, ...learning }: SettingsProps) {
  const { course, writable } = learning;
  const status = useSettingsStatus();
  const { forbidden, managed } = useManaged(course);
  const title = i18n.t('settings.title');
  return (
    <Sheet title={title} class="settings" onClose={onClose}>
      <Learning courses={coursesToChoose()} {...learning} />
      {canSync() && <Sync status={status} forbidden={forbidden} />}
      <Backup status={status} writable={writable} />
      <div class="folds">
        <Handbooks status={status} />
        <Keyboard status={status} onSheet={learning.onSheet} />
        <Storage />
        <StartOver status={status} course={course} section={section} writable={writable} />
        {/* It loads later, so that nothing but the history moves. */}
        {managed && <Managed {...managed} />}
        <History status={status} />
      </div>
    </Sheet>
  );
}
