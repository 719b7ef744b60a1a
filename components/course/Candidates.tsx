import { i18n } from '#i18n';
import type { CandidatePlace } from '../search/handbook-search.ts';
import { Link, type OnOpen } from '../ui/Link.tsx';

interface Props {
  places: CandidatePlace[];
  onOpen: OnOpen;
}

/** Where the reader of a missing page may go instead, the likeliest place first. */
export function Candidates({ places, onOpen }: Props) {
  if (places.length === 0) return null;
  return (
    <>
      <p id="candidates">{i18n.t('missing.places')}</p>
      <ul class="candidates" aria-labelledby="candidates">
        {places.map(({ address, title, folders, reason }) => (
          <li key={address}>
            <Link href={address} onOpen={onOpen}>
              {title}
            </Link>{' '}
            <span class="tag">{i18n.t(`missing.${reason}`)}</span>
            {folders && <p class="quiet">{folders}</p>}
          </li>
        ))}
      </ul>
    </>
  );
}
