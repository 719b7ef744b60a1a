import { useMemo } from 'preact/hooks';
import { i18n } from '#i18n';
import { type CandidatePlace, replacementsFor } from '../search/handbook-search.ts';
import { match, shown } from '../state/current.ts';
import { missingAddress } from '../state/page-trouble.ts';
import { open } from '../state/reader-actions.ts';
import { Card } from '../ui/Card.tsx';
import { Link } from '../ui/Link.tsx';

function Place({ place: { address, title, place: where, reason } }: { place: CandidatePlace }) {
  return (
    <>
      <Link href={address} onOpen={open}>
        {title}
      </Link>{' '}
      <span class="tag">{i18n.t(`missing.${reason}`)}</span>
      {where && <p class="quiet">{where}</p>}
    </>
  );
}

/** Says that the shown page is missing, and where the reader may go instead: the best guess first, the others folded. */
export function MissingPage() {
  const address = missingAddress.value;
  const [found, url] = [match.value, shown.value?.tab.url];
  const places = useMemo(() => (address ? replacementsFor(address, found, url) : []), [address, found, url]);
  const [best, ...others] = places;
  const { gone, instead } = found?.resource ?? {};
  return (
    <Card
      title={i18n.t('here.missing')}
      // Next to a page to open, this would be a contradiction.
      text={!best && gone && !instead ? i18n.t('moved.removed') : undefined}
      action={best && { text: i18n.t('missing.open', [best.title]), onAct: () => open(best.address, 'here') }}
    >
      {best && (
        <p class="quiet">
          {i18n.t(`missing.${best.reason}`)}
          {best.place && ` · ${best.place}`}
        </p>
      )}
      {others.length > 0 && (
        <details>
          <summary>{i18n.t('missing.places')}</summary>
          <ul class="candidates">
            {others.map((place) => (
              <li key={place.address}>
                <Place place={place} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </Card>
  );
}
