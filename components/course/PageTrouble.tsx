import { match, shown } from '../state/current.ts';
import { lostHeadings, missingAddress } from '../state/page-trouble.ts';
import { open } from '../state/reader-actions.ts';
import { onDemand } from '../ui/on-demand.tsx';

const Replacements = onDemand(async () => (await import('./Replacements.tsx')).Replacements);
const LostHeading = onDemand(async () => (await import('./LostHeading.tsx')).LostHeading);

/** What to do where the shown page is missing, or lacks the heading that a resource leads to. */
export function PageTrouble() {
  const address = missingAddress.value;
  if (address)
    return <Replacements address={address} url={shown.value?.tab.url} match={match.value} onOpen={open} />;
  return lostHeadings.value.length > 0 && <LostHeading />;
}
