import { i18n } from '#i18n';
import { ActionButton } from '../ui/ActionButton.tsx';
import { formatNumber } from '../ui/locale.ts';

/** What keeps progress from being read or written, with the browser's own words. */
interface Fault {
  kind: 'blocked' | 'newer' | 'full' | 'aborted' | 'closed' | 'failed';
  message: string;
}

/** A note's quote that is not on its page any more. */
export interface LostQuote {
  quote: string;
  onForget: () => void;
}

export interface NoticesProps {
  /** There may be a page of the handbook, but the extension has no access to it. */
  unseen: boolean;
  unread: boolean;
  lostQuote: LostQuote | undefined;
  unreadable: Fault | undefined;
  unsaved: Fault | undefined;
  /** Why progress is not in the database as usual, where it is not. */
  fallbackReason: Fault | undefined;
  /** The window is private, where a reader may expect that nothing stays. */
  inPrivate: boolean;
  /** How many records had been lost and were brought back, and how many of the copies are damaged. */
  restored: { records: number; damaged: number } | undefined;
  quarantined: number;
  onGiveAccess: () => Promise<unknown>;
  onReload: () => Promise<unknown>;
  onForgetRestored: () => void;
}

interface NoticeProps {
  text: string;
  action?: string;
  onAction?: () => unknown;
}

function Notice({ text, action, onAction }: NoticeProps) {
  return (
    <div class="notice">
      <p>{text}</p>
      {action && <ActionButton onAct={async () => onAction?.()}>{action}</ActionButton>}
    </div>
  );
}

/** As many characters as its reader knows a quote by. */
const ENOUGH = 80;

function beginning(quote: string): string {
  const all = [...quote];
  return all.length > ENOUGH ? `${all.slice(0, ENOUGH).join('').trim()} …` : quote;
}

const unreadableText = ({ kind, message }: Fault) => {
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

const insteadText = ({ kind, message }: Fault, inPrivate: boolean) => {
  if (kind === 'newer') return i18n.t('notice.newer');
  return inPrivate ? i18n.t('notice.privateArea') : i18n.t('notice.area', [message]);
};

/** What keeps the panel from its work, each in a sentence with what can be done about it. */
export function Notices({
  unseen,
  unread,
  lostQuote,
  unreadable,
  unsaved,
  fallbackReason,
  inPrivate,
  restored,
  quarantined,
  onGiveAccess,
  onReload,
  onForgetRestored,
}: NoticesProps) {
  return (
    <>
      {unseen && (
        <Notice
          text={i18n.t('notice.access')}
          action={i18n.t('notice.accessButton')}
          onAction={onGiveAccess}
        />
      )}
      {unread && (
        <Notice text={i18n.t('notice.reload')} action={i18n.t('notice.reloadButton')} onAction={onReload} />
      )}
      {lostQuote && (
        <Notice
          text={i18n.t('notice.lostQuote', [beginning(lostQuote.quote)])}
          action={i18n.t('notice.dismiss')}
          onAction={lostQuote.onForget}
        />
      )}
      {unreadable && <Notice text={unreadableText(unreadable)} />}
      {unsaved && <Notice text={unsavedText(unsaved)} />}
      {fallbackReason && <Notice text={insteadText(fallbackReason, inPrivate)} />}
      {inPrivate && !fallbackReason && <Notice text={i18n.t('notice.private')} />}
      {restored && (
        <Notice
          text={[
            restored.records > 0 &&
              i18n.t('notice.restored', restored.records, [formatNumber(restored.records)]),
            restored.damaged > 0 && i18n.t('notice.damaged', restored.damaged),
          ]
            .filter(Boolean)
            .join(' ')}
          action={i18n.t('notice.dismiss')}
          onAction={onForgetRestored}
        />
      )}
      {quarantined > 0 && (
        <Notice text={i18n.t('notice.setAside', quarantined, [formatNumber(quarantined)])} />
      )}
    </>
  );
}
