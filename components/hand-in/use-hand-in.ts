import { i18n } from '#i18n';
import type { Course, Section } from '../../courses/course.ts';
import { type HandIn, handInOf } from '../../courses/hand-in/hand-in.ts';
import { audienceOf } from '../../courses/status.ts';
import { under } from '../../progress/changes.ts';
import { readDatedProgress } from '../../progress/dated-progress.ts';
import { dayOf } from '../../progress/records.ts';
import { quotedAddress } from '../../sites/quote.ts';
import { useLive } from '../state/signals.ts';

/** Today's date in the reader's time zone, such as `2026-08-31`. */
export const today = (): string => dayOf(Date.now());

/**
 * The reader's work in `course`, or in one `section`, to be handed in. Updated after every change of progress.
 * @returns `handIn` once it was read; `problem`, a sentence, if progress can't be read
 */
export function useHandIn(
  course: Course,
  section: Section | undefined,
  withNotes: boolean,
): { handIn: HandIn | undefined; problem: string | undefined } {
  const { found: done, failed } = useLive({
    key: course.id,
    read: () => readDatedProgress(course.id),
    when: under([course.id]),
  });
  const problem = failed && i18n.t('handIn.unreadable', [failed.message]);
  const handIn =
    done &&
    handInOf({
      course,
      audience: audienceOf(course, done.audience),
      section,
      done,
      withNotes,
      earlier: i18n.t('living.earlier'),
      linkTo: ({ address, quote }) => quotedAddress(address, quote),
    });
  return { handIn: problem ? undefined : handIn, problem };
}
