import { isUnseen, shown } from '../state/current.ts';
import { lostQuote } from '../state/notes.ts';
import { dismissRestored, inPrivate, progress, restored, unreadable, unsaved } from '../state/progress.ts';
import { reloadShown, requestHandbookAccess } from '../state/reader-actions.ts';
import { onDemand } from '../ui/on-demand.tsx';

const Notices = onDemand(async () => (await import('./Notices.tsx')).Notices);

/** The panel's notices. What they are made of loads with the first one: on most days there is none. */
export function NoticesOnDemand() {
  const { fallbackReason, quarantined } = progress.value;
  const told = {
    unseen: isUnseen.value,
    unread: shown.value?.unread === true,
    lostQuote: lostQuote.value,
    unreadable: unreadable.value,
    unsaved: unsaved.value,
    fallbackReason,
    inPrivate: inPrivate.value,
    restored: restored.value,
    quarantined,
  };
  return (
    <div role="status">
      {Object.values(told).some(Boolean) && (
        <Notices
          {...told}
          onGiveAccess={requestHandbookAccess}
          onReload={reloadShown}
          onForgetRestored={dismissRestored}
        />
      )}
    </div>
  );
}
