import { type Address, decoded } from './address.ts';
import type { AddedSites } from './site.ts';

/** No handbook's address is nearly as long. */
const LONGEST = 2000;

/** A page's path in one form: no file name that a server adds by itself, a slash after a folder, escapes only where they are needed. */
function canonicalPath(pathname: string): string {
  const path = pathname
    .replace(/\/{2,}/g, '/')
    .split('/')
    .map((part) => encodeURIComponent(decoded(part)))
    .join('/')
    .replace(/\/index\.html?$/, '/');
  return /(?:\/|\.[a-z]+)$/.test(path) ? path : `${path}/`;
}

/**
 * The address below which a handbook's pages lie, of what a reader gives for it: the address of its front page or folder, with or
 * without `https://`. Undefined for what is no address on the web, or not `https:`.
 */
export function rootOf(text: string): Address | undefined {
  const given = text.trim();
  if (given.length > LONGEST) return undefined;
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

/** A match pattern without the port: then it is for all of them, and Firefox knows no other. */
const patternOf = (root: Address, { hostname, pathname } = new URL(root)) =>
  `https://${hostname}${pathname}*`;

/** What to ask the browser's access to, for the pages below `root`. */
export const originOf = (root: Address): string => `https://${new URL(root).hostname}/*`;

/**
 * The handbooks whose pages lie below `roots`, which are as `rootOf` makes them: of any generator, so that nothing is known of
 * their addresses but what nearly all servers have in common.
 */
export function otherHandbooks(roots: readonly Address[]): AddedSites {
  return {
    matches: roots.map((root) => patternOf(root)),
    addressOf(url) {
      if (!url.startsWith('https://')) return undefined;
      try {
        const { host, pathname, hash } = new URL(url);
        const page = `https://${host}${canonicalPath(pathname)}`;
        if (!roots.some((root) => page.startsWith(root))) return undefined;
        const anchor = encodeURIComponent(decoded(hash.slice(1).replace(/:~:.*$/, '')));
        return page + (anchor && `#${anchor}`);
      } catch {
        return undefined;
      }
    },
  };
}
