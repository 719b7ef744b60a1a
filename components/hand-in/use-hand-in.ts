import { i18n } from '#i18n';
import type { Course, Section } from '../../courses/course.ts';
import { type HandIn, handInOf } from '../../courses/hand-in/hand-in.ts';
import { audienceOf } from '../../courses/status.ts';
import { under } from '../../progress/changes.ts';
import { readDatedProgress } from '../../progress/dated-progress.ts';
import { quotedAddress } from '../../sites/quote.ts';
import { useLive } from '../state/use-live.ts';

/**
 * What is handed in of `course`, or of its `section`, read anew whenever something was done. Undefined before it was read; where
 * it cannot be, `trouble` says why.
 */
export function useHandIn(
  course: Course,
  section: Section | undefined,
  withNotes: boolean,
): { handIn: HandIn | undefined; trouble: string | undefined } {
  const { found: done, failed } = useLive({
    key: course.id,
    read: () => readDatedProgress(course.id),
    when: under([course.id]),
  });
  const trouble = failed && i18n.t('handIn.unreadable', [failed.message]);
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
  return { handIn: trouble ? undefined : handIn, trouble };
}
