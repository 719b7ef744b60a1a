import { useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { browser } from '../../platform/browser.ts';
import { saveFile } from '../../platform/save-file.ts';
import { backupName, writeBackup } from '../../progress/export/format.ts';
import { applyBackup, type Preview, readBackup } from '../../progress/export/import.ts';
import { replicaOf } from '../../progress/replica.ts';
import { numberInWords } from '../ui/in-words.ts';
import type { ImportPreview } from './Backup.tsx';
import { handedOut } from './handed-out.ts';
import { refusalInWords } from './refusal-in-words.ts';
import type { SettingsStatus } from './settings-status.ts';

const tallyOf = (file: string, { added, newer, older, same, unknown }: Preview): ImportPreview => ({
  file,
  added: added.length,
  newer: newer.length,
  older: older.length,
  same: same.length,
  unknown: [...unknown.values()].reduce((sum, count) => sum + count, 0),
});

/** Progress to a file, and a file into progress: first shown, then imported. */
export function useBackup(status: SettingsStatus) {
  const [read, setRead] = useState<{ file: string; preview: Preview }>();
  const files = useRef(0);
  const run = (action: Parameters<typeof status.run>[1]) => status.run('backup', action);

  return {
    preview: read && tallyOf(read.file, read.preview),
    told: status.at('backup'),
    onExport: () =>
      run(async () => {
        const now = Date.now();
        const name = backupName(now);
        const records = handedOut(await replicaOf().readAll());
        saveFile(name, writeBackup(records, browser.runtime.getManifest().version, now));
        return i18n.t('backup.saved', [name]);
      }),
    onFile(file: File) {
      const turn = ++files.current;
      setRead(undefined);
      void run(async () => {
        const found = await readBackup(file, replicaOf(), Date.now());
        if ('refusal' in found) return refusalInWords(found.refusal);
        // Another file may have been chosen while this one was read.
        if (turn === files.current) setRead({ file: file.name, preview: found.preview });
        return undefined;
      });
    },
    onImport: () =>
      run(async () => {
        if (!read) return undefined;
        const { file, preview } = read;
        await applyBackup(preview, replicaOf({ kind: 'import', course: '', what: file.slice(0, 200) }));
        setRead(undefined);
        const taken = preview.added.length + preview.newer.length;
        return i18n.t('backup.taken', taken, [numberInWords(taken)]);
      }),
    onCancel() {
      files.current++;
      setRead(undefined);
      status.clear();
    },
  };
}
