import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { onChange } from '../../../progress/changes.ts';
import { type HistoryDay, readHistory } from '../../../progress/history.ts';
import { undo } from '../../../progress/undo.ts';
import { knownCourses } from '../course-index.ts';
import { historyInWords } from './history-in-words.ts';

/** How many days are shown first, and with every request for more. */
const DAYS = 7;

/** What was done and when, read anew after every change; and the way back. */
export function useHistory() {
  const [read, setRead] = useState<HistoryDay[]>();
  const [days, setDays] = useState(DAYS);
  const [saying, setSaying] = useState<string>();
  useEffect(() => {
    let ended = false;
    const update = () =>
      readHistory().then(
        (found) => ended || setRead(found),
        (error: unknown) => ended || setSaying(String(error)),
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
    saying,
    onMore: () => setDays(days + DAYS),
    async onUndo(id: string) {
      try {
        const { undone, kept } = await undo(id);
        if (undone === 0) setSaying(i18n.t('history.notUndone'));
        else setSaying(i18n.t(kept.length > 0 ? 'history.undoneInPart' : 'history.undone'));
      } catch (error) {
        setSaying(i18n.t('backup.failed', [String(error)]));
      }
    },
  };
}
