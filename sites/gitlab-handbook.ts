import { type Address, canonicalAnchor, decoded } from './address.ts';
import type { Site } from './site.ts';

/** What a static site's server leaves out of a page's address. A folder may be named `page.html`: that slash stays. */
const FILE_NAME = /(?:\/(?:index)?(?:\.html?)?|\.html?)?$/;

/**
 * The sections that the site redirects from its root: `/section/...` to `/handbook/section/...`. From "Root level
 * section aliases" in its `_redirects` of December 2025; `eta` and `upstream-studios` are newer. A list, since the root
 * has other folders too (job-families, docs, images) and nothing tells them apart; of a
 * name of several words it has the first only, since the content script carries it into every page.
 */
const SECTIONS =
  'about|acquisitions|alliances|ceo|communication|company|eba|engineering|entity|eta|finance|hiring|it|leadership|' +
  'legal|marketing|product|resellers|sales|security|support|values|' +
  '(?:board|business|customer|enterprise|labor|people|product|solutions|tools|total|upstream)-[-a-z]+';

/**
 * What stands for the public host before a page's path: the host it had before, an unofficial translation with the same
 * paths, and a review build's prefix.
 */
const OTHER_HOST =
  /^(?:(?:about\.gitlab\.com|gl-handbook-ja\.page)(?=\/handbook\/)|handbook\.gitlab\.com\/mr\d+(?=\/))/;
const SHORT_FORM = new RegExp(`^handbook\\.gitlab\\.com(?=/(?:${SECTIONS})/)`);

/** The pages: those of the handbook, public and for team members, and the public one's lists by tag. */
const PAGE = /^(?:(?:handbook|internal)\.gitlab\.com\/handbook|handbook\.gitlab\.com\/tags)\//;

/** A page's address as nearly every link has it: canonical as it is. */
const PLAIN = /^https:\/\/handbook\.gitlab\.com\/handbook\/(?:[a-z\d_-]+\/)*(?:#[\w-]+)?$/;

function canonicalEscapes(path: string): string {
  return path
    .split('/')
    .map((segment) => encodeURIComponent(decoded(segment).toLowerCase()))
    .join('/');
}

function parsed(url: string): URL | undefined {
  try {
    return new URL(url);
  } catch {
    return undefined;
  }
}

/** The GitLab handbook, public and internal. */
export const gitlabHandbook: Site = {
  addressOf(url: string): Address | undefined {
    if (PLAIN.test(url)) return url;
    const { protocol, host, pathname, hash } = parsed(url) ?? {};
    if (!host || !pathname || !/^https?:$/.test(protocol ?? '')) return undefined;
    const path = canonicalEscapes(pathname.replace(/\/{2,}/g, '/')).replace(FILE_NAME, '/');
    const place = (host + path).replace(OTHER_HOST, 'handbook.gitlab.com').replace(SHORT_FORM, '$&/handbook');
    if (!PAGE.test(place)) return undefined;
    return `https://${place}${canonicalAnchor(hash ?? '')}`;
  },
};
