import { useEffect, useState } from 'preact/hooks';
import type { Audience, Course } from '../../courses/course.ts';
import type { Drawing } from '../../credentials/draw.ts';
import { readEarned } from '../../progress/badges.ts';
import { dayOf } from '../../progress/records.ts';
import { readSettings, setSetting } from '../../progress/settings.ts';
import { dateInWords, pictureFor } from './picture.ts';
import { ReachedCard } from './ReachedCard.tsx';

interface Props {
  course: Course;
  audience: Audience;
  onMake: (button: HTMLElement) => void;
}

/** Under which name it is kept that the reader has put the card away. */
const settingOf = (course: Course, audience: Audience) => `badge-away ${course.id} ${audience.id}`;

/** When the last of the objectives was ticked; now, where that cannot be read. */
async function reachedAt(course: Course, { objectives }: Audience): Promise<number> {
  const reached = await readEarned(course.id).then(
    (earned) => earned.reached,
    () => new Map<string, number>(),
  );
  return Math.max(...objectives.map(({ id }) => reached.get(id) ?? Date.now()));
}

/** What stands in the panel while all objectives of the audience are ticked, unless the reader has put it away. */
export function Reached({ course, audience, onMake }: Props) {
  const name = settingOf(course, audience);
  const [shown, setShown] = useState<{ name: string; drawing: Drawing; day: string }>();
  useEffect(() => {
    let current = true;
    const load = async () => {
      const settings = await readSettings().catch(() => new Map<string, string>());
      if (settings.get(name)) return;
      const time = await reachedAt(course, audience);
      const drawing = await pictureFor(course, audience.id, '', time);
      if (current && drawing) setShown({ name, drawing, day: dateInWords(dayOf(time)) });
    };
    void load();
    return () => {
      current = false;
    };
  }, [name]);
  if (shown?.name !== name) return null;
  const putAway = () => {
    setShown(undefined);
    // Where it cannot be kept the card comes again, and nothing is lost.
    void setSetting(name, 'yes').catch(() => undefined);
  };
  return <ReachedCard drawing={shown.drawing} day={shown.day} onMake={onMake} onPutAway={putAway} />;
}
