import { i18n } from '#i18n';
import { ActionButton } from '../ui/ActionButton.tsx';
import { ActionStatus, type StatusMessage } from '../ui/ActionStatus.tsx';
import { Choice } from '../ui/Choice.tsx';
import { FileButton } from '../ui/FileButton.tsx';
import { numberInWords } from '../ui/in-words.ts';
import { Region } from '../ui/Region.tsx';

/** What taking a file in would change: numbers of entries. */
export interface ImportPreview {
  file: string;
  added: number;
  newer: number;
  older: number;
  same: number;
  /** Of kinds that this version does not know. */
  unknown: number;
}

interface Props {
  preview: ImportPreview | undefined;
  /** What is to be said about the last file, or about what was done with it. */
  told: StatusMessage | undefined;
  /** Progress can be written. */
  writable: boolean;
  onExport: () => Promise<unknown>;
  onFile: (file: File) => void;
  onImport: () => Promise<unknown>;
  onCancel: () => void;
}

function Preview({
  preview,
  onImport,
  onCancel,
}: { preview: ImportPreview } & Pick<Props, 'onImport' | 'onCancel'>) {
  const { added, newer, older, same, unknown } = preview;
  const lines = [
    i18n.t('backup.added', added, [numberInWords(added)]),
    i18n.t('backup.newer', newer, [numberInWords(newer)]),
    older > 0 && i18n.t('backup.older', older, [numberInWords(older)]),
    same > 0 && i18n.t('backup.same', same, [numberInWords(same)]),
    unknown > 0 && i18n.t('backup.unknown', unknown, [numberInWords(unknown)]),
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

/** Progress to a file and back. A file is shown before it is taken in, and never writes over what is newer. */
export function Backup({ preview, told, writable, onExport, onFile, onImport, onCancel }: Props) {
  return (
    <Region title={i18n.t('backup.title')}>
      <p class="actions">
        <ActionButton onAct={onExport}>{i18n.t('backup.export')}</ActionButton>
        <FileButton label={i18n.t('backup.import')} disabled={!writable} onFile={onFile} />
      </p>
      {preview && <Preview preview={preview} onImport={onImport} onCancel={onCancel} />}
      <ActionStatus message={told} />
    </Region>
  );
}
