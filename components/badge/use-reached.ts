import { useEffect, useRef, useState } from 'preact/hooks';
import type { Audience, Course } from '../../courses/course.ts';
import type { Drawing } from '../../credentials/draw.ts';
import { readEarned } from '../../progress/badges.ts';
import { under } from '../../progress/changes.ts';
import { dayOf } from '../../progress/records.ts';
import { readSettings, setSetting } from '../../progress/settings.ts';
import { useLive } from '../state/signals.ts';

/** The name of the stored setting for: the reader has dismissed the card. */
const settingOf = (course: Course, audience: Audience) => `badge-away ${course.id} ${audience.id}`;

/** Saves that the card isn't shown again. If this can't be saved, it may appear once more. */
const putAway = (name: string) => void setSetting(name, 'yes').catch(() => undefined);

/** When the last of the objectives was ticked (ms since 1970); now, if that can't be read. */
async function reachedAt(course: Course, { objectives }: Audience): Promise<number> {
  const reached = await readEarned(course.id).then(
    (earned) => earned.reached,
    () => new Map<string, number>(),
  );
  return Math.max(...objectives.map(({ id }) => reached.get(id) ?? Date.now()));
}

/** Whether the reader has made a badge for these objectives. */
const isMade = (course: Course, { id }: Audience): Promise<boolean> =>
  readEarned(course.id).then(
    ({ badges }) => badges.some(({ audience }) => audience === id),
    () => false,
  );

/** The same, updated after every change of the badges; undefined until it is known. */
export const useMade = (course: Course, audience: Audience): boolean | undefined =>
  useLive({
    key: settingOf(course, audience),
    read: () => isMade(course, audience),
    when: under([course.id, 'badge']),
  }).found;

interface Props {
  course: Course;
  audience: Audience;
  /** Whether all objectives of the audience are ticked. */
  isComplete: boolean;
  /** The address of the shown page, without its heading. */
  page: string | undefined;
}

/**
 * What the card shows: the badge that the reader could make, and the date on which the last objective was ticked.
 * @returns undefined unless the last objective was ticked in this panel while this page was shown, or if the reader has dismissed
 *   the card: nothing moves when the panel opens or on the next page
 */
export function useReached({ course, audience, isComplete, page }: Props) {
  const name = settingOf(course, audience);
  const here = `${name} ${page}`;
  /** Where the panel has shown an open objective, until the reader leaves that place. */
  const open = useRef<string | undefined>(undefined);
  const [card, setCard] = useState<{ name: string; here: string; drawing: Drawing; day: string }>();
  // It is offered once: what was seen isn't shown again after the next page.
  useEffect(() => {
    if (!card || card.here === here) return;
    setCard(undefined);
    putAway(card.name);
  }, [card, here]);
  useEffect(() => {
    if (!isComplete) open.current = here;
    else if (open.current !== here) open.current = undefined;
    if (!isComplete || !open.current) return undefined;
    let current = true;
    const load = async () => {
      const settings = await readSettings().catch(() => new Map<string, string>());
      if (settings.get(name) || (await isMade(course, audience))) return;
      const { formatDate, previewOf } = await import('./picture.ts');
      const time = await reachedAt(course, audience);
      const drawing = await previewOf(course, audience.id, '', time);
      if (current && drawing) setCard({ name, here, drawing, day: formatDate(dayOf(time)) });
    };
    void load();
    return () => {
      current = false;
    };
  }, [here, isComplete]);
  if (!isComplete || card?.here !== here) return undefined;
  const onDismiss = () => {
    setCard(undefined);
    putAway(name);
  };
  return { ...card, onDismiss };
}
