import { useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { browser } from '../../platform/browser.ts';
import { saveFile } from '../../platform/save-file.ts';
import { backupName, writeBackup } from '../../progress/export/format.ts';
import { applyBackup, type Preview, readBackup } from '../../progress/export/import.ts';
import type { Refusal } from '../../progress/export/parse.ts';
import { replicaOf } from '../../progress/replica.ts';
import { formatNumber } from '../ui/locale.ts';
import { recordsForExport } from './export-records.ts';
import { formatMoment } from './format-time.ts';
import type { SettingsStatus } from './settings-status.ts';

/** What importing a file would change, in numbers of entries. */
export interface ImportPreview {
  file: string;
  added: number;
  newer: number;
  older: number;
  same: number;
  /** Entries of kinds that this version doesn't know. */
  unknown: number;
}

const megabytes = (bytes: number) => formatNumber(Math.ceil(bytes / 2 ** 20));

/** Says in one sentence why a file can't be imported, and what to do. */
function describeRefusal(refusal: Refusal): string {
  switch (refusal.reason) {
    case 'tooLarge':
      return i18n.t('backup.refused.tooLarge', [megabytes(refusal.bytes), megabytes(refusal.most)]);
    case 'unreadable':
      return i18n.t('backup.refused.unreadable');
    case 'notText':
      return i18n.t('backup.refused.notText');
    case 'tooDeep':
      return i18n.t('backup.refused.tooDeep');
    case 'notJson':
      return i18n.t(refusal.ours ? 'backup.refused.cutOff' : 'backup.refused.notJson');
    case 'notOurs':
      return i18n.t('backup.refused.notOurs');
    case 'newer':
      return i18n.t('backup.refused.newer', [refusal.app ?? '']);
    case 'header':
      return i18n.t('backup.refused.header', [refusal.field]);
    case 'entry':
      return i18n.t('backup.refused.entry', [formatNumber(refusal.entry), refusal.field, refusal.how]);
    case 'future':
      return i18n.t('backup.refused.future', [formatNumber(refusal.entry), formatMoment(refusal.time)]);
    case 'duplicate':
      return i18n.t('backup.refused.duplicate', [formatNumber(refusal.entry), formatNumber(refusal.first)]);
  }
}

const countsOf = (file: string, { added, newer, older, same, unknown }: Preview): ImportPreview => ({
  file,
  added: added.length,
  newer: newer.length,
  older: older.length,
  same: same.length,
  unknown: [...unknown.values()].reduce((sum, count) => sum + count, 0),
});

/** Exports progress to a file, and imports a file after showing a preview of it. */
export function useBackup(status: SettingsStatus) {
  const [read, setRead] = useState<{ file: string; preview: Preview }>();
  /** Counts the chosen files, so that the result of an earlier one is dropped. */
  const latestFile = useRef(0);
  const run = (action: Parameters<typeof status.run>[1]) => status.run('backup', action);

  return {
    preview: read && countsOf(read.file, read.preview),
    message: status.at('backup'),
    onExport: () =>
      run(async () => {
        const now = Date.now();
        const name = backupName(now);
        const records = recordsForExport(await replicaOf().readAll());
        saveFile(name, writeBackup(records, browser.runtime.getManifest().version, now));
        return i18n.t('backup.saved', [name]);
      }),
    onFile(file: File) {
      const turn = ++latestFile.current;
      setRead(undefined);
      void run(async () => {
        const found = await readBackup(file, replicaOf(), Date.now());
        if ('refusal' in found) return describeRefusal(found.refusal);
        // Another file may have been chosen while this one was read.
        if (turn === latestFile.current) setRead({ file: file.name, preview: found.preview });
        return undefined;
      });
    },
    onImport: () =>
      run(async () => {
        if (!read) return undefined;
        const { file, preview } = read;
        await applyBackup(preview, replicaOf({ kind: 'import', course: '', what: file.slice(0, 200) }));
        setRead(undefined);
        const imported = preview.added.length + preview.newer.length;
        return i18n.t('backup.taken', imported, [formatNumber(imported)]);
      }),
    onCancel() {
      latestFile.current++;
      setRead(undefined);
      status.clear();
    },
  };
}
