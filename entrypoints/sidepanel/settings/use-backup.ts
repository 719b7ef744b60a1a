import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { numberInWords } from '../../../components/in-words.ts';
import type { ImportPreview } from '../../../components/settings/Backup.tsx';
import { browser } from '../../../platform/browser.ts';
import { backupName, writeBackup } from '../../../progress/backup/format.ts';
import { applyBackup, type Preview, readBackup } from '../../../progress/backup/import.ts';
import { doorOf } from '../../../progress/door.ts';
import { refusalInWords } from './refusal-in-words.ts';

const tallyOf = (file: string, { added, newer, older, same, unknown }: Preview): ImportPreview => ({
  file,
  added: added.length,
  newer: newer.length,
  older: older.length,
  same: same.length,
  unknown: [...unknown.values()].reduce((sum, count) => sum + count, 0),
});

/** Hands `text` to the reader as a file. */
export function save(name: string, text: string, type = 'application/json'): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  // The browser has to have begun to read it.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Progress to a file, and a file into progress: first shown, then taken in. */
export function useBackup() {
  const [read, setRead] = useState<{ file: string; preview: Preview }>();
  const [saying, setSaying] = useState<string>();
  const failed = (error: unknown) => setSaying(i18n.t('backup.failed', [String(error)]));

  return {
    preview: read && tallyOf(read.file, read.preview),
    saying,
    async onExport() {
      try {
        const now = Date.now();
        const name = backupName(now);
        save(name, writeBackup(await doorOf().readAll(), browser.runtime.getManifest().version, now));
        setSaying(i18n.t('backup.saved', [name]));
      } catch (error) {
        failed(error);
      }
    },
    async onFile(file: File) {
      setRead(undefined);
      setSaying(undefined);
      try {
        const found = await readBackup(file, doorOf(), Date.now());
        if ('refusal' in found) setSaying(refusalInWords(found.refusal));
        else setRead({ file: file.name, preview: found.preview });
      } catch (error) {
        failed(error);
      }
    },
    async onImport() {
      if (!read) return;
      const { file, preview } = read;
      try {
        await applyBackup(preview, doorOf({ kind: 'import', course: '', what: file.slice(0, 200) }));
        setRead(undefined);
        const taken = preview.added.length + preview.newer.length;
        setSaying(i18n.t('backup.taken', taken, [numberInWords(taken)]));
      } catch (error) {
        failed(error);
      }
    },
    onCancel() {
      setRead(undefined);
      setSaying(undefined);
    },
  };
}
