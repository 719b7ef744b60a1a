import { i18n } from '#i18n';
import { Region } from '../ui/Region.tsx';
import { BadgePicture, type Drawing } from './BadgePicture.tsx';

interface Props {
  drawing: Drawing;
  /** When the last was ticked, in words. */
  day: string;
  onMake: (button: HTMLElement) => void;
  onPutAway: () => void;
}

/** That all objectives are reached: said once, quietly, until the reader puts it away. */
export function ReachedCard({ drawing, day, onMake, onPutAway }: Props) {
  return (
    <Region title={i18n.t('badge.reachedTitle')} class="reached">
      <p role="status">{i18n.t('badge.reached', [day])}</p>
      <BadgePicture drawing={drawing} />
      <p class="actions">
        <button type="button" class="primary" onClick={({ currentTarget }) => onMake(currentTarget)}>
          {i18n.t('badge.makeYours')}
        </button>
        <button type="button" onClick={onPutAway}>
          {i18n.t('badge.putAway')}
        </button>
      </p>
    </Region>
  );
}
