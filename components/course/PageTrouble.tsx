import type { Resource } from '../../courses/course.ts';
import type { Match } from '../../courses/match.ts';
import { anchorOf, pageOf } from '../../sites/address.ts';
import type { ShownPage } from '../state/use-shown-page.ts';
import type { OnOpen } from '../ui/Link.tsx';
import { onDemand } from '../ui/on-demand.tsx';

const LivingPlaces = onDemand(async () => (await import('./LivingPlaces.tsx')).LivingPlaces);
const LostHeading = onDemand(async () => (await import('./LostHeading.tsx')).LostHeading);

interface Props {
  shown: ShownPage;
  match: Match | undefined;
  /** The address that was last opened from this panel. */
  opened: string | undefined;
  onOpen: OnOpen;
}

/** The match's resources on the shown page whose headings the page does not have. */
function lostHeadingsOn({ address = '', news, fresh }: ShownPage, match: Match | undefined): Resource[] {
  if (!fresh || news?.kind !== 'content') return [];
  const ids = new Set(['', ...news.headings.map(({ id }) => id)]);
  return (match?.resources ?? []).filter(
    (each) => pageOf(each.address) === pageOf(address) && !ids.has(anchorOf(each.address)),
  );
}

/** What to do where the shown page is missing, or lacks the heading that a resource leads to. */
export function PageTrouble({ shown, match, opened, onOpen }: Props) {
  const { address, news } = shown;
  if (address && news?.kind === 'missing')
    return <LivingPlaces address={address} url={shown.tab.url} match={match} onOpen={onOpen} />;
  const lost = lostHeadingsOn(shown, match);
  if (lost.length === 0) return null;
  return <LostHeading resources={lost} shown={shown} opened={opened} onOpen={onOpen} />;
}
