import { type Address, decoded } from './address.ts';
import type { Site } from './site.ts';

const PUBLIC_HOST = 'handbook.gitlab.com';
/** Hosts that show the public handbook's pages too: the one it had before, and an unofficial translation. */
const SAME_PAGES = [PUBLIC_HOST, 'about.gitlab.com', 'gl-handbook-ja.page'];
/** The handbook for team members has pages of its own under the same kind of path, so it keeps its host. */
const INTERNAL_HOST = 'internal.gitlab.com';

/** `/handbook/...` and its lists by tag; on review builds below one prefix such as `/mr123`. */
const HANDBOOK_PATH = /^(?:\/mr\d+)?(\/(?:handbook|tags)(?:\/.*)?)$/;
/** What a static site's server leaves out of a page's address. */
const FILE_NAME = /(?:\/|\/index|\.html?)*$/;
/** No page's address is nearly as long; a page may give itself any. */
const LONGEST = 2000;

function canonicalEscapes(path: string): string {
  return path
    .split('/')
    .map((segment) => encodeURIComponent(decoded(segment).toLowerCase()))
    .join('/');
}

function parsed(url: string): URL | undefined {
  try {
    return url.length > LONGEST ? undefined : new URL(url);
  } catch {
    return undefined;
  }
}

/** The GitLab handbook, public and internal. */
export const gitlabHandbook: Site = {
  addressOf(url: string): Address | undefined {
    const { protocol, hostname, pathname, hash } = parsed(url) ?? {};
    if (!hostname || !pathname || !/^https?:$/.test(protocol ?? '')) return undefined;
    const host = SAME_PAGES.includes(hostname) ? PUBLIC_HOST : hostname;
    if (host !== PUBLIC_HOST && host !== INTERNAL_HOST) return undefined;
    const path = HANDBOOK_PATH.exec(canonicalEscapes(pathname.replace(/\/{2,}/g, '/')))?.[1];
    if (!path) return undefined;
    const anchor = encodeURIComponent(decoded((hash ?? '').slice(1).replace(/:~:.*$/, '')));
    return `https://${host}${path.replace(FILE_NAME, '/')}${anchor && `#${anchor}`}`;
  },
};
