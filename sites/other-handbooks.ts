import { type Address, canonicalAnchor, decoded } from './address.ts';
import { withoutSecrets } from './secrets.ts';
import type { AddedSites } from './site.ts';

/** In UTF-16 code units. No handbook's address is nearly this long. */
const LONGEST = 2000;

/** Escapes of characters that browsers don't escape in a path. */
const NEEDLESS_ESCAPES = /%(?:24|26|2B|2C|3A|3B|3D|40)/g;
/** Space and quotation marks around an address that was copied from a text. */
const AROUND = /^[\s"'“”‘’«»<>]+|[\s"'“”‘’«»<>]+$/g;
/** Query parameters that only say where a link was clicked. Other parameters may identify the page. */
const CAMPAIGN = /^(?:utm_\w+|fbclid|gclid)$/;

/** The canonical form of a page's path: without `index.html`, with a slash after a folder, and with no needless escapes. */
function canonicalPath(pathname: string): string {
  const path = pathname
    .replace(/\/{2,}/g, '/')
    .split('/')
    .map((part) => encodeURIComponent(decoded(part)).replace(NEEDLESS_ESCAPES, decodeURIComponent))
    .join('/')
    .replace(/\/index\.html?$/, '/');
  return /(?:\/|\.[a-z]+)$/.test(path) ? path : `${path}/`;
}

/**
 * The root of a handbook: the address that all its pages' addresses begin with.
 * @param text what the reader entered: the address of the handbook's front page or folder, with or without `https://`
 * @returns undefined if it isn't an `https:` address
 */
export function rootOf(text: string): Address | undefined {
  if (text.length > LONGEST) return undefined;
  const given = text.replace(AROUND, '');
  // In a match pattern it would mean any path.
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
 * The match patterns of the pages below `root`, and of the root without its slash. Without a port a pattern matches all ports; Firefox
 * doesn't support patterns with one.
 */
function patternsOf(root: Address): string[] {
  const { hostname, pathname } = new URL(root);
  const folder = `https://${hostname}${pathname}`;
  return pathname === '/' ? [`${folder}*`] : [`${folder}*`, folder.slice(0, -1)];
}

/** A page's query without campaign parameters. */
function queryOf({ searchParams, search }: URL): string {
  if (!search) return '';
  for (const name of [...searchParams.keys()]) if (CAMPAIGN.test(name)) searchParams.delete(name);
  const query = String(searchParams);
  return query && `?${query}`;
}

/** The match pattern of the host permission that the pages below `root` need. */
export const originOf = (root: Address): string => `https://${new URL(root).hostname}/*`;

/**
 * The handbooks with these `roots`, as `rootOf` returns them. They may be made by any generator, so their addresses follow only the
 * rules that nearly all servers have in common.
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
