import { useMemo } from 'preact/hooks';
import type { Match } from '../../courses/match.ts';
import type { Address } from '../../sites/address.ts';
import { replacementsFor } from '../search/handbook-search.ts';
import type { OnOpen } from '../ui/Link.tsx';
import { Candidates } from './Candidates.tsx';

interface Props {
  /** The address that is missing. */
  address: Address;
  /** As the browser has it. */
  url: string | undefined;
  match: Match | undefined;
  onOpen: OnOpen;
}

/** The places that are offered for a missing page; always those of the page shown now, for they are found while it is drawn. */
export function LivingPlaces({ address, url, match, onOpen }: Props) {
  const places = useMemo(() => replacementsFor(address, match, url), [address, match, url]);
  return <Candidates places={places} onOpen={onOpen} />;
}
