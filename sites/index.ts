import type { Address } from './address.ts';
import { gitlabHandbook } from './gitlab-handbook.ts';
import { sitePatterns } from './patterns.ts';
import type { AddedSites, Site } from './site.ts';

const sites: Site[] = [gitlabHandbook];
let added: AddedSites | undefined;

/** Sets the sites that are known in addition to the built-in ones. Replaces those of an earlier call. */
export function setAddedSites(next: AddedSites): void {
  added = next;
}

/** The match patterns of all sites, built in and added. */
export const allPatterns = (): string[] => [...sitePatterns, ...(added?.patterns ?? [])];

/**
 * In UTF-16 code units. Real pages have much shorter addresses, but a page's script can set any. The canonical form is checked as well,
 * since its escapes can make it longer.
 */
const LONGEST = 2000;

/** The canonical address of `url`, without credentials; undefined if it isn't a page of any site. Never throws. */
export function addressOf(url: string): Address | undefined {
  if (url.length > LONGEST) return undefined;
  for (const site of [...sites, added]) {
    const address = site?.addressOf(url);
    if (address) return address.length > LONGEST ? undefined : address;
  }
  return undefined;
}
