import { i18n } from '#i18n';
import { type Status, useStatus } from '../ui/use-status.ts';

/** The status line of the settings, shown in one of their sections at a time. */
export type SettingsStatus = Status<
  'handbooks' | 'backup' | 'sync' | 'startOver' | 'delete' | 'history' | 'keyboard'
>;

interface Deletion {
  /** Restores everything that was deleted. */
  restore: () => Promise<void>;
  /** Until when that is possible, in ms since 1970. */
  until: number;
}

/** The deletion that can still be undone. It is kept here because the reader may close and reopen the settings in the meantime. */
export const recentDeletion: { current: Deletion | undefined } = { current: undefined };

export const deletedText = () => i18n.t('startOver.deleted');

/** The status of the settings. It starts with the recent deletion, if there is one. */
export function useSettingsStatus(): SettingsStatus {
  return useStatus(
    recentDeletion.current && { where: 'delete', outcome: { sentence: deletedText() } },
  ) as SettingsStatus;
}
