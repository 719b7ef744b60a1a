import type { Status } from '../ui/use-status.ts';

/** The status of the settings, at one of its sections. */
export type SettingsStatus = Status<'handbooks' | 'backup' | 'sync' | 'startOver' | 'delete' | 'history'>;
