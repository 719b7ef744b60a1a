import type { Address } from './address.ts';
import { gitlabHandbook } from './gitlab-handbook.ts';
import { sitePatterns } from './patterns.ts';
import type { AddedSites, Site } from './site.ts';

const sites: Site[] = [gitlabHandbook];
let added: AddedSites | undefined;

/** Makes these the sites that are known beside those that are built in. */
export function setAddedSites(next: AddedSites): void {
  added = next;
}

/** Match patterns of all sites: those that are built in and those that were added. */
export const allPatterns = (): string[] => [...sitePatterns, ...(added?.patterns ?? [])];

/** No page's address is nearly as long; a page may give itself any, and one may be longer yet in its one spelling. */
const LONGEST = 2000;

/** The canonical address of `url`, without credentials; undefined where it is no page of any site's handbook. Never throws. */
export function addressOf(url: string): Address | undefined {
  if (url.length > LONGEST) return undefined;
  for (const site of [...sites, added]) {
    const address = site?.addressOf(url);
    if (address) return address.length > LONGEST ? undefined : address;
  }
  return undefined;
}
