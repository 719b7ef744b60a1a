import { i18n } from '#i18n';
import { ActionButton } from '../ui/ActionButton.tsx';
import { ActionStatus } from '../ui/ActionStatus.tsx';
import { Choice } from '../ui/Choice.tsx';
import { FileButton } from '../ui/FileButton.tsx';
import { LearnMore } from '../ui/LearnMore.tsx';
import { formatNumber } from '../ui/locale.ts';
import { Region } from '../ui/Region.tsx';
import type { SettingsStatus } from './settings-status.ts';
import { type ImportPreview, useBackup } from './use-backup.ts';

type Backups = ReturnType<typeof useBackup>;

interface Props {
  status: SettingsStatus;
  /** Progress can be written. */
  writable: boolean;
}

function Preview({
  preview,
  onImport,
  onCancel,
}: { preview: ImportPreview } & Pick<Backups, 'onImport' | 'onCancel'>) {
  const { added, newer, older, same, unknown } = preview;
  const lines = [
    i18n.t('backup.added', added, [formatNumber(added)]),
    i18n.t('backup.newer', newer, [formatNumber(newer)]),
    older > 0 && i18n.t('backup.older', older, [formatNumber(older)]),
    same > 0 && i18n.t('backup.same', same, [formatNumber(same)]),
    unknown > 0 && i18n.t('backup.unknown', unknown, [formatNumber(unknown)]),
  ].filter((line) => typeof line === 'string');
  return (
    <Choice
      action={i18n.t('backup.take')}
      disabled={added + newer === 0}
      onAction={onImport}
      onCancel={onCancel}
    >
      <p>{i18n.t('backup.preview', [preview.file])}</p>
      <ul class="lines">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Choice>
  );
}

/** Saves progress to a backup file and imports one. An import is previewed first and never replaces newer entries. */
export function Backup({ status, writable }: Props) {
  const { preview, message, onExport, onFile, onImport, onCancel } = useBackup(status);
  return (
    <Region title={i18n.t('backup.title')}>
      <p class="quiet">{i18n.t('backup.explained')}</p>
      <p class="actions">
        <ActionButton onAct={onExport}>{i18n.t('backup.export')}</ActionButton>
        <FileButton label={i18n.t('backup.import')} disabled={!writable} onFile={onFile} />
      </p>
      {preview && <Preview preview={preview} onImport={onImport} onCancel={onCancel} />}
      <ActionStatus message={message} />
      <LearnMore about={i18n.t('backup.title')}>
        <p>{i18n.t('backup.more')}</p>
      </LearnMore>
    </Region>
  );
}
