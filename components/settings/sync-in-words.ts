import { i18n } from '#i18n';
import type { SyncStatus } from '../../progress/sync/sync.ts';
import { numberInWords } from '../ui/in-words.ts';
import { timeInWords } from './in-words.ts';

function standing(status: SyncStatus): string[] {
  switch (status.state) {
    case 'off':
      return [];
    case 'waiting':
      return [i18n.t('sync.waiting')];
    case 'inSync':
      return [i18n.t('sync.inSync', [timeInWords(status.at)])];
    case 'refused': {
      const again = timeInWords(status.again);
      if (status.why === 'rate') return [i18n.t('sync.rate', [again])];
      if (status.why === 'full') return [i18n.t('sync.full', [again])];
      return [i18n.t(status.why === 'database' ? 'sync.database' : 'sync.failed', [status.message, again])];
    }
  }
}

/** How sync stands, in sentences; none while it is off. */
export function syncInWords(status: SyncStatus): string[] {
  const {
    leftOut = 0,
    completionsLeftOut = 0,
    leftAlone = 0,
  } = 'exchanged' in status ? (status.exchanged ?? {}) : {};
  return [
    ...standing(status),
    ...(leftOut > 0 ? [i18n.t('sync.leftOut', leftOut, [numberInWords(leftOut)])] : []),
    ...(completionsLeftOut > 0
      ? [i18n.t('sync.completionsLeftOut', completionsLeftOut, [numberInWords(completionsLeftOut)])]
      : []),
    ...(leftAlone > 0 ? [i18n.t('sync.leftAlone', leftAlone)] : []),
  ];
}
