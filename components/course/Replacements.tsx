import { useMemo } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Match } from '../../courses/match.ts';
import type { Address } from '../../sites/address.ts';
import { replacementsFor } from '../search/handbook-search.ts';
import { Link, type OnOpen } from '../ui/Link.tsx';

interface Props {
  /** The address that is missing. */
  address: Address;
  /** The same as the browser has it. */
  url: string | undefined;
  match: Match | undefined;
  onOpen: OnOpen;
}

/** Where the reader of a missing page may go instead, the likeliest page first, with the reason why it is offered. */
export function Replacements({ address, url, match, onOpen }: Props) {
  const places = useMemo(() => replacementsFor(address, match, url), [address, match, url]);
  if (places.length === 0) return null;
  return (
    <>
      <p id="candidates">{i18n.t('missing.places')}</p>
      <ul class="candidates" aria-labelledby="candidates">
        {places.map(({ address: place, title, folders, reason }) => (
          <li key={place}>
            <Link href={place} onOpen={onOpen}>
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
