import { i18n } from '#i18n';
import type { CourseChange } from '../../courses/updates/changes.ts';
import { type Counts, CourseCounts } from '../course/CourseCounts.tsx';
import { ActionStatus, type StatusMessage } from '../ui/ActionStatus.tsx';
import { Choice } from '../ui/Choice.tsx';
import { CourseChanges } from '../ui/CourseChanges.tsx';
import { FileButton } from '../ui/FileButton.tsx';
import { Region } from '../ui/Region.tsx';

/** What is in the file of a pack, before it is taken in. All texts are plain text. */
export interface PackPreview extends Counts {
  title: string;
  address: string;
  /** What it changes in the course that is here already; undefined for a new course. */
  changes: readonly CourseChange[] | undefined;
}

export interface ImportProps {
  preview: PackPreview | undefined;
  told: StatusMessage | undefined;
  onFile: (file: File) => void;
  onTake: () => Promise<unknown>;
  onCancel: () => void;
  onUndo: (action: string) => Promise<unknown>;
}

function Preview({
  preview,
  onTake,
  onCancel,
}: { preview: PackPreview } & Pick<ImportProps, 'onTake' | 'onCancel'>) {
  const { title, address, changes } = preview;
  return (
    <Choice
      action={i18n.t(changes ? 'library.takeUpdate' : 'library.take')}
      onAction={onTake}
      onCancel={onCancel}
    >
      <h3>{title}</h3>
      <p class="quiet">{address}</p>
      <CourseCounts {...preview} />
      {changes && (
        <>
          <p>{i18n.t(changes.length > 0 ? 'library.update' : 'library.sameAsHere')}</p>
          {changes.length > 0 && <CourseChanges changes={changes} />}
        </>
      )}
    </Choice>
  );
}

/** A course from a file: shown first, then taken in. */
export function CourseImport({
  writable,
  preview,
  told,
  onFile,
  onTake,
  onCancel,
  onUndo,
}: ImportProps & { writable: boolean }) {
  return (
    <Region title={i18n.t('library.import')}>
      <p class="quiet">{i18n.t('library.packs')}</p>
      <p class="actions">
        <FileButton label={i18n.t('library.choose')} disabled={!writable} onFile={onFile} />
      </p>
      {preview && <Preview preview={preview} onTake={onTake} onCancel={onCancel} />}
      <ActionStatus message={told} onUndo={onUndo} />
    </Region>
  );
}
