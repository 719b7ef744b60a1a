import { onDemand } from '../ui/on-demand.tsx';
import type { NoticesProps } from './Notices.tsx';

const Notices = onDemand(async () => (await import('./Notices.tsx')).Notices);

/** The panel's notices. What they are made of loads with the first one: on most days there is none. */
export function NoticesOnDemand(props: NoticesProps) {
  const { unseen, unread, lostQuote, unreadable, unsaved, fallbackReason, inPrivate, restored, quarantined } =
    props;
  const needed =
    unseen ||
    unread ||
    lostQuote ||
    unreadable ||
    unsaved ||
    fallbackReason ||
    inPrivate ||
    restored ||
    quarantined > 0;
  return <div role="status">{needed && <Notices {...props} />}</div>;
}
