import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Course, Section } from '../../../courses/course.ts';
import { type HandIn, handInOf } from '../../../courses/hand-in/hand-in.ts';
import { audienceOf } from '../../../courses/standing.ts';
import { onChange } from '../../../progress/changes.ts';
import { type Done, readDone } from '../../../progress/done.ts';
import { faultOf } from '../../../progress/fault.ts';
import { quotedAddress } from '../../../sites/quote.ts';

/**
 * What is handed in of `course`, or of its `section`, read anew whenever something was done. Undefined before it was read; where
 * it cannot be, `trouble` says why.
 */
export function useHandIn(
  course: Course,
  section: Section | undefined,
  withNotes: boolean,
): { handIn: HandIn | undefined; trouble: string | undefined } {
  const [done, setDone] = useState<Done>();
  const [trouble, setTrouble] = useState<string>();
  useEffect(() => {
    let ended = false;
    const read = () =>
      void readDone(course.id).then(
        (found) => {
          if (ended) return;
          setDone(found);
          setTrouble(undefined);
        },
        (error: unknown) => !ended && setTrouble(i18n.t('handIn.unreadable', [faultOf(error).message])),
      );
    read();
    const stop = onChange(read);
    return () => {
      ended = true;
      stop();
    };
  }, [course.id]);
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
