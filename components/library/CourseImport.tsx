import { i18n } from '#i18n';
import { CourseCounts } from '../course/CourseCounts.tsx';
import { ActionButton } from '../ui/ActionButton.tsx';
import { CourseChanges } from '../ui/CourseChanges.tsx';
import { FileButton } from '../ui/FileButton.tsx';
import { Region } from '../ui/Region.tsx';
import type { PackPreview, useImport } from './use-import.ts';

type Import = ReturnType<typeof useImport>;

/** What a chosen file contains, before it is imported. */
export function ImportPreview({ preview }: { preview: PackPreview }) {
  const { title, address, changes } = preview;
  return (
    <Region title={i18n.t('library.import')}>
      <div class="card">
        <h3 dir="auto">{title}</h3>
        <p class="quiet">{address}</p>
        <CourseCounts {...preview} />
        {changes && (
          <>
            <p>{i18n.t(changes.length > 0 ? 'library.update' : 'library.sameAsHere')}</p>
            {changes.length > 0 && <CourseChanges changes={changes} />}
          </>
        )}
      </div>
    </Region>
  );
}

/** The library's primary action: to choose a course's file, then to import it. */
export function ImportButtons({
  writable,
  preview,
  onFile,
  onImport,
  onCancel,
}: Import & { writable: boolean }) {
  if (!preview)
    return <FileButton primary label={i18n.t('library.choose')} disabled={!writable} onFile={onFile} />;
  return (
    <>
      <ActionButton class="primary" onAct={onImport}>
        {i18n.t(preview.changes ? 'library.takeUpdate' : 'library.take')}
      </ActionButton>
      <button type="button" onClick={onCancel}>
        {i18n.t('cancel')}
      </button>
    </>
  );
}
