import { i18n } from '#i18n';
import type { Fault } from '../../progress/store/fault.ts';

/** Why progress can't be shown, and what to do. */
export const unreadableText = ({ kind, message }: Fault) => {
  if (kind === 'blocked') return i18n.t('notice.blocked');
  if (kind === 'newer') return i18n.t('notice.newerUnknown');
  return i18n.t('notice.database', [message]);
};

/** Why an action was not saved, and what to do. */
export const unsavedText = ({ kind, message }: Fault) => {
  if (kind === 'blocked') return i18n.t('notice.blocked');
  if (kind === 'newer') return i18n.t('notice.newer');
  if (kind === 'full') return i18n.t('notice.full');
  if (kind === 'closed') return i18n.t('notice.closed');
  return i18n.t('notice.write', [message]);
};
