import { useEffect, useState } from 'preact/hooks';
import { onChange } from '../../../progress/changes.ts';
import { type HistoryDay, readHistory } from '../../../progress/history.ts';
import { knownCourses } from '../course-index.ts';
import { historyInWords } from './history-in-words.ts';
import type { SettingsStatus } from './settings-status.ts';

/** How many days are shown first, and with every request for more. */
const DAYS = 7;

/** What was done and when, read anew after every change; and the way back. */
export function useHistory(status: SettingsStatus) {
  const [read, setRead] = useState<HistoryDay[]>();
  const [days, setDays] = useState(DAYS);
  const [unread, setUnread] = useState<string>();
  useEffect(() => {
    let ended = false;
    const update = () =>
      readHistory().then(
        (found) => {
          if (ended) return;
          setRead(found);
          setUnread(undefined);
        },
        (error: unknown) => ended || setUnread(String(error)),
      );
    void update();
    const stop = onChange(() => void update());
    return () => {
      ended = true;
      stop();
    };
  }, []);

  return {
    days: read && historyInWords(read.slice(0, days), knownCourses()),
    more: (read?.length ?? 0) > days,
    told: status.at('history') ?? (unread === undefined ? undefined : { sentence: unread }),
    onMore: () => setDays(days + DAYS),
    onUndo: (id: string) => status.undo('history', id),
  };
}
