import { i18n } from '#i18n';
import { CourseCounts } from '../course/CourseCounts.tsx';
import { ActionStatus } from '../ui/ActionStatus.tsx';
import { Choice } from '../ui/Choice.tsx';
import { CourseChanges } from '../ui/CourseChanges.tsx';
import { FileButton } from '../ui/FileButton.tsx';
import { Region } from '../ui/Region.tsx';
import type { PackPreview, useImport } from './use-import.ts';

type Import = ReturnType<typeof useImport>;

function Preview({
  preview,
  onImport,
  onCancel,
}: { preview: PackPreview } & Pick<Import, 'onImport' | 'onCancel'>) {
  const { title, address, changes } = preview;
  return (
    <Choice
      action={i18n.t(changes ? 'library.takeUpdate' : 'library.take')}
      onAction={onImport}
      onCancel={onCancel}
    >
      <h3 dir="auto">{title}</h3>
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

/** Imports a course from a file after showing a preview of it. */
export function CourseImport({
  writable,
  preview,
  message,
  onFile,
  onImport,
  onCancel,
  onUndo,
}: Import & { writable: boolean }) {
  return (
    <Region title={i18n.t('library.import')}>
      <p class="quiet">{i18n.t('library.packs')}</p>
      <p class="actions">
        <FileButton label={i18n.t('library.choose')} disabled={!writable} onFile={onFile} />
      </p>
      {preview && <Preview preview={preview} onImport={onImport} onCancel={onCancel} />}
      <ActionStatus message={message} onUndo={onUndo} />
    </Region>
  );
}
