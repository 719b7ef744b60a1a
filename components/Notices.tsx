import { i18n } from '#i18n';

export interface NoticesProps {
  /** There may be a page of the handbook, but the extension has no access to it. */
  unseen: boolean;
  unread: boolean;
  unreadable: string | undefined;
  unsaved: string | undefined;
  setAside: number;
  onGiveAccess: () => void;
  onReload: () => void;
}

interface NoticeProps {
  text: string;
  action?: string;
  onAction?: () => void;
}

function Notice({ text, action, onAction }: NoticeProps) {
  return (
    <div class="notice">
      <p>{text}</p>
      {action && (
        <button type="button" onClick={onAction}>
          {action}
        </button>
      )}
    </div>
  );
}

/** What keeps the panel from its work, each in a sentence with what can be done about it. */
export function Notices({
  unseen,
  unread,
  unreadable,
  unsaved,
  setAside,
  onGiveAccess,
  onReload,
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
      {unreadable !== undefined && <Notice text={i18n.t('notice.database', [unreadable])} />}
      {unsaved !== undefined && <Notice text={i18n.t('notice.write', [unsaved])} />}
      {setAside > 0 && <Notice text={i18n.t('notice.setAside', setAside)} />}
    </>
  );
}
