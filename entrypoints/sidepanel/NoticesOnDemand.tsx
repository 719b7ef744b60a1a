import { useEffect, useState } from 'preact/hooks';
import type { Notices, NoticesProps } from '../../components/Notices.tsx';

/** The panel's notices. What they are made of loads with the first one: on most days there is none. */
export function NoticesOnDemand(props: NoticesProps) {
  const [View, setView] = useState<typeof Notices>();
  const { unseen, unread, unreadable, unsaved, instead, inPrivate, restored, setAside } = props;
  const needed = !!(
    unseen ||
    unread ||
    unreadable ||
    unsaved ||
    instead ||
    inPrivate ||
    restored ||
    setAside
  );
  useEffect(() => {
    if (needed) void import('../../components/Notices.tsx').then((loaded) => setView(() => loaded.Notices));
  }, [needed]);
  return <div role="status">{View && <View {...props} />}</div>;
}
