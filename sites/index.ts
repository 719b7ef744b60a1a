import type { Address } from './address.ts';
import { gitlabHandbook } from './gitlab-handbook.ts';
import type { Site } from './site.ts';

const sites: Site[] = [gitlabHandbook];

/** The canonical address of `url`, or undefined where it is no page of any site's handbook. Never throws. */
export function addressOf(url: string): Address | undefined {
  for (const site of sites) {
    const address = site.addressOf(url);
    if (address) return address;
  }
  return undefined;
}
