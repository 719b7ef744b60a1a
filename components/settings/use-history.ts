import { useState } from 'preact/hooks';
import { knownCourses } from '../../catalog/course-index.ts';
import { under } from '../../progress/changes.ts';
import { HISTORY, readHistory } from '../../progress/history.ts';
import { useLive } from '../state/use-live.ts';
import { historyInWords } from './history-in-words.ts';
import type { SettingsStatus } from './settings-status.ts';

/** How many days are shown first, and with every request for more. */
const DAYS = 7;

const DONE = { key: '', read: readHistory, when: under(...HISTORY) };

/** What was done and when, read anew after every change; and the way back. */
export function useHistory(status: SettingsStatus) {
  const { found: read, failed } = useLive(DONE);
  const [days, setDays] = useState(DAYS);

  return {
    days: read && historyInWords(read.slice(0, days), knownCourses()),
    more: (read?.length ?? 0) > days,
    told: status.at('history') ?? (failed && { sentence: failed.message }),
    onMore: () => setDays(days + DAYS),
    onUndo: (id: string) => status.undo('history', id),
  };
}
