import { i18n } from '#i18n';
import type { Audience, Course } from '../../courses/course.ts';
import { Region } from '../ui/Region.tsx';
import { BadgePicture } from './BadgePicture.tsx';
import { useReached } from './use-reached.ts';

interface Props {
  course: Course;
  audience: Audience;
  onMake: (button: HTMLElement) => void;
}

/** A card for when all objectives of the audience are ticked, until the reader dismisses it. */
export function Reached({ course, audience, onMake }: Props) {
  const card = useReached(course, audience);
  if (!card) return null;
  const { drawing, day, onDismiss } = card;
  return (
    <Region title={i18n.t('badge.reachedTitle')} class="reached">
      <p role="status">{i18n.t('badge.reached', [day])}</p>
      <BadgePicture drawing={drawing} />
      <p class="actions">
        <button type="button" class="primary" onClick={({ currentTarget }) => onMake(currentTarget)}>
          {i18n.t('badge.makeYours')}
        </button>
        <button type="button" onClick={onDismiss}>
          {i18n.t('badge.putAway')}
        </button>
      </p>
    </Region>
  );
}
