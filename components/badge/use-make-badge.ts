import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Audience, Course } from '../../courses/course.ts';
import { TooLong } from '../../credentials/credential.ts';
import type { Drawing } from '../../credentials/draw.ts';
import { LONGEST_NAME } from '../../credentials/open-badge.ts';
import { type Earned, saveBadge } from '../../progress/badges.ts';
import type { Fault } from '../../progress/store/fault.ts';
import { unsavedText } from '../course/faults.ts';
import { useStatus } from '../ui/use-status.ts';
import { previewOf } from './picture.ts';
import { signBadge } from './sign-badge.ts';

interface Options {
  course: Course;
  audience: Audience;
  completed: ReadonlySet<string>;
  earned: Earned;
  /** Runs an action of the reader. Returns why it couldn't be saved, if it couldn't. */
  onAct: (action: () => Promise<void>) => Promise<Fault | undefined>;
}

/** The logic of the form that makes a badge: its preview, the learner's choices, signing and saving. */
export function useMakeBadge({ course, audience, completed, earned, onAct }: Options) {
  const [name, setName] = useState('');
  const [withQuotes, setWithQuotes] = useState(false);
  const [drawn, setDrawn] = useState<{ of: string; drawing: Drawing | undefined }>();
  const status = useStatus<'make'>();
  const { objectives } = audience;
  const quotes = earned.quotes.filter(({ about }) => objectives.some(({ id }) => id === about.id));
  const cleanName = name.trim().toWellFormed();

  // While a new name is drawn the previous picture stays, but never that of another course.
  const of = JSON.stringify([course.id, audience.id]);
  useEffect(() => {
    let current = true;
    void previewOf(course, audience.id, cleanName, Date.now()).then((drawing) => {
      if (current) setDrawn({ of, drawing });
    });
    return () => {
      current = false;
    };
  }, [course, audience.id, cleanName]);

  const onMake = () =>
    status.run(
      'make',
      async () => {
        const choice = { course, audience: audience.id, name: cleanName, withQuotes };
        const { badge, keyStored } = await signBadge(choice);
        const fault = await onAct(async () => {
          await saveBadge(course.id, badge);
        });
        return fault ? unsavedText(fault) : i18n.t(keyStored ? 'badge.done' : 'badge.doneOnce');
      },
      (error) =>
        error instanceof TooLong ? i18n.t('badge.tooLong') : i18n.t('badge.failed', [String(error)]),
    );

  return {
    /** The number of objectives that are still to be ticked. */
    left: objectives.filter(({ id }) => !completed.has(id)).length,
    drawing: drawn?.of === of ? drawn.drawing : undefined,
    name,
    /** In UTF-16 code units. */
    longestName: LONGEST_NAME,
    /** The number of quotes that are evidence. */
    quotes: quotes.length,
    withQuotes,
    message: status.at('make')?.sentence,
    onName: setName,
    onWithQuotes: setWithQuotes,
    onMake,
    clearMessage: status.clear,
  };
}
