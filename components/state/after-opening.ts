import { inPrivateWindow } from '../../platform/private-window.ts';
import type { Restored } from '../../progress/backups/restore.ts';
import { startMaintenance } from '../../progress/backups/start-maintenance.ts';
import { beginSync } from '../settings/run-sync.ts';

/**
 * What the panel does once it shows everything, and has nothing else to do: sync, the work of `keep`, and to find out what the notices say.
 * @param onPrivate is called with whether the window is private
 * @param onRestored is called with what was brought back and not yet put away
 */
export function afterOpening(
  onPrivate: (inPrivate: boolean) => void,
  onRestored: (restored: Restored | undefined) => void,
): void {
  beginSync();
  void inPrivateWindow().then(onPrivate);
  void startMaintenance().then(onRestored);
}
