import { inPrivateWindow } from '../../platform/environment.ts';
import type { Restored } from '../../progress/backups/restore.ts';
import { startMaintenance } from '../../progress/backups/start-maintenance.ts';
import { beginSync } from '../settings/run-sync.ts';
import { readTold } from './told.ts';

/**
 * Starts what can wait until the panel is complete and idle: sync, the maintenance of backups, and what the notices show.
 * @param onPrivate receives whether the window is private
 * @param onRestored receives what was restored from a backup, unless the reader has dismissed that notice
 */
export function afterOpening(
  onPrivate: (inPrivate: boolean) => void,
  onRestored: (restored: Restored | undefined) => void,
): void {
  beginSync();
  void readTold();
  void inPrivateWindow().then(onPrivate);
  void startMaintenance().then(onRestored);
}
