import { type Address, canonicalAnchor, decoded } from './address.ts';
import { withoutSecrets } from './secrets.ts';
import type { AddedSites } from './site.ts';

/** No handbook's address is nearly as long. */
const LONGEST = 2000;

/** What an address has in its path as it is: a browser's own has no escapes for it. */
const PLAIN = /%(?:24|26|2B|2C|3A|3B|3D|40)/g;
/** What stands around an address that is copied from a text. */
const AROUND = /^[\s"'“”‘’«»<>]+|[\s"'“”‘’«»<>]+$/g;
/** What a link says of where it was found; the rest of a query may tell pages apart. */
const CAMPAIGN = /^(?:utm_\w+|fbclid|gclid)$/;

/** A page's path in one form: no file name that a server adds by itself, a slash after a folder, escapes only where they are needed. */
function canonicalPath(pathname: string): string {
  const path = pathname
    .replace(/\/{2,}/g, '/')
    .split('/')
    .map((part) => encodeURIComponent(decoded(part)).replace(PLAIN, decodeURIComponent))
    .join('/')
    .replace(/\/index\.html?$/, '/');
  return /(?:\/|\.[a-z]+)$/.test(path) ? path : `${path}/`;
}

/**
 * The address below which a handbook's pages lie, of what a reader gives for it: the address of its front page or folder, with or
 * without `https://`. Undefined for what is no address on the web, or not `https:`.
 */
export function rootOf(text: string): Address | undefined {
  if (text.length > LONGEST) return undefined;
  const given = text.replace(AROUND, '');
  // To a browser a star is all that there is.
  if (given.includes('*')) return undefined;
  try {
    const { protocol, host, hostname, pathname, username } = new URL(
      /^[a-z]+:(?!\d)/i.test(given) ? given : `https://${given}`,
    );
    if (protocol !== 'https:' || username || !/[.\]]|^localhost$/.test(hostname)) return undefined;
    const root = `https://${host}${canonicalPath(pathname).replace(/[^/]*$/, '')}`;
    return root.length <= LONGEST ? root : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Match patterns of the pages below `root`, and of itself without the slash. They name no port: then they are for all of them, and
 * Firefox knows no others.
 */
function patternsOf(root: Address): string[] {
  const { hostname, pathname } = new URL(root);
  const folder = `https://${hostname}${pathname}`;
  return pathname === '/' ? [`${folder}*`] : [`${folder}*`, folder.slice(0, -1)];
}

/** A page's query without what says nothing of the page. */
function queryOf({ searchParams, search }: URL): string {
  if (!search) return '';
  for (const name of [...searchParams.keys()]) if (CAMPAIGN.test(name)) searchParams.delete(name);
  const query = String(searchParams);
  return query && `?${query}`;
}

/** What to ask the browser's access to, for the pages below `root`. */
export const originOf = (root: Address): string => `https://${new URL(root).hostname}/*`;

/**
 * The handbooks whose pages lie below `roots`, which are as `rootOf` makes them: of any generator, so that nothing is known of
 * their addresses but what nearly all servers have in common.
 */
export function otherHandbooks(roots: readonly Address[]): AddedSites {
  return {
    patterns: roots.flatMap(patternsOf),
    addressOf(url) {
      if (!url.startsWith('https://')) return undefined;
      try {
        const at = new URL(withoutSecrets(url));
        const page = `https://${at.host}${canonicalPath(at.pathname)}`;
        if (!roots.some((root) => page.startsWith(root))) return undefined;
        return page + queryOf(at) + canonicalAnchor(at.hash);
      } catch {
        return undefined;
      }
    },
  };
}
