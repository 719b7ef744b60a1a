import { useEffect, useState } from 'preact/hooks';
import type { Audience, Course } from '../../courses/course.ts';
import type { Drawing } from '../../credentials/draw.ts';
import { readEarned } from '../../progress/badges.ts';
import { dayOf } from '../../progress/records.ts';
import { readSettings, setSetting } from '../../progress/settings.ts';
import { formatDate, previewOf } from './picture.ts';

/** The name of the stored setting for: the reader has dismissed the card. */
const settingOf = (course: Course, audience: Audience) => `badge-away ${course.id} ${audience.id}`;

/** When the last of the objectives was ticked (ms since 1970); now, if that can't be read. */
async function reachedAt(course: Course, { objectives }: Audience): Promise<number> {
  const reached = await readEarned(course.id).then(
    (earned) => earned.reached,
    () => new Map<string, number>(),
  );
  return Math.max(...objectives.map(({ id }) => reached.get(id) ?? Date.now()));
}

/**
 * What the card shows: the badge that the reader could make, and the date on which the last objective was ticked.
 * @returns undefined if the reader has dismissed the card, or until that is known
 */
export function useReached(course: Course, audience: Audience) {
  const name = settingOf(course, audience);
  const [card, setCard] = useState<{ name: string; drawing: Drawing; day: string }>();
  useEffect(() => {
    let current = true;
    const load = async () => {
      const settings = await readSettings().catch(() => new Map<string, string>());
      if (settings.get(name)) return;
      const time = await reachedAt(course, audience);
      const drawing = await previewOf(course, audience.id, '', time);
      if (current && drawing) setCard({ name, drawing, day: formatDate(dayOf(time)) });
    };
    void load();
    return () => {
      current = false;
    };
  }, [name]);
  if (card?.name !== name) return undefined;
  const onDismiss = () => {
    setCard(undefined);
    // If this can't be saved, the card appears again next time.
    void setSetting(name, 'yes').catch(() => undefined);
  };
  return { ...card, onDismiss };
}
