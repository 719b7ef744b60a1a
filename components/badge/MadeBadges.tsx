import { i18n } from '#i18n';
import { ActionButton } from '../ui/ActionButton.tsx';
import { Region } from '../ui/Region.tsx';
import { BadgePicture, type Drawing } from './BadgePicture.tsx';

/** A badge that was made. */
export interface MadeBadge {
  id: string;
  /** Of whom and when it is, in words. */
  title: string;
  drawing: Drawing;
  onSave: (as: 'svg' | 'jwt') => Promise<unknown>;
}

/** The badges made so far, the latest first, each to be taken away as a file. */
export function MadeBadges({ badges }: { badges: readonly MadeBadge[] }) {
  return (
    <Region title={i18n.t('badge.made')}>
      <ul class="made">
        {badges.map(({ id, title, drawing, onSave }) => (
          <li key={id}>
            <h3>{title}</h3>
            <BadgePicture drawing={drawing} />
            <p class="actions">
              {(['svg', 'jwt'] as const).map((as) => (
                <ActionButton
                  key={as}
                  label={`${i18n.t(`badge.save.${as}`)}: ${title}`}
                  onAct={() => onSave(as)}
                >
                  {i18n.t(`badge.save.${as}`)}
                </ActionButton>
              ))}
            </p>
          </li>
        ))}
      </ul>
      <p class="quiet">{i18n.t('badge.formats')}</p>
    </Region>
  );
}
