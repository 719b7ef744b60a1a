import { useEffect } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Audience, Course } from '../../courses/course.ts';
import type { Drawing } from '../../credentials/draw.ts';
import { course, pageAddress } from '../state/current.ts';
import { audience, isReady, progress } from '../state/progress.ts';
import { openSheet } from '../state/view.ts';
import { Region } from '../ui/Region.tsx';
import { BadgePicture } from './BadgePicture.tsx';
import { useMade, useReached } from './use-reached.ts';

interface OfferProps {
  course: Course;
  audience: Audience;
  drawing: Drawing;
  day: string;
  onDismiss: () => void;
}

/** The card. It disappears once the badge is made. */
function Offer({ course, audience, drawing, day, onDismiss }: OfferProps) {
  const made = useMade(course, audience);
  useEffect(() => {
    if (made) onDismiss();
  }, [made]);
  return (
    <Region title={i18n.t('badge.reachedTitle')} class="reached">
      <p role="status">{i18n.t('badge.reached', [day])}</p>
      <BadgePicture drawing={drawing} />
      <p class="actions">
        <button
          type="button"
          class="primary"
          onClick={({ currentTarget }) => openSheet('badge', currentTarget)}
        >
          {i18n.t('badge.makeYours')}
        </button>
        <button type="button" onClick={onDismiss}>
          {i18n.t('badge.putAway')}
        </button>
      </p>
    </Region>
  );
}

interface Props {
  /** A more important card is shown. */
  isCovered: boolean;
}

/** A card for when the last objective of the audience has been ticked, until the reader dismisses it or opens another page. */
export function Reached({ isCovered }: Props) {
  const { objectives } = audience.value;
  const { completed } = progress.value;
  const card = useReached({
    course: course.value,
    audience: audience.value,
    // Until progress has been read, nothing can have been ticked in this panel.
    isComplete: !isReady.value || objectives.every(({ id }) => completed.has(id)),
    page: pageAddress.value,
  });
  if (!card || isCovered) return null;
  return <Offer {...card} course={course.value} audience={audience.value} />;
}
