import { type Address, canonicalAnchor, decoded } from './address.ts';
import type { Site } from './site.ts';

/** The part of a path that a static site's server adds or leaves out. A folder may be named `page.html`: that slash stays. */
const FILE_NAME = /(?:\/(?:index)?(?:\.html?)?|\.html?)?$/;

/**
 * The sections that the site redirects from its root: `/section/...` to `/handbook/section/...`. From "Root level section aliases"
 * in its `_redirects` of December 2025; `eta` and `upstream-studios` are newer. They have to be listed, since the root also has other
 * folders (job-families, docs, images). Names of several words are listed by their first word only, to keep the pattern short.
 */
const SECTIONS =
  'about|acquisitions|alliances|ceo|communication|company|eba|engineering|entity|eta|finance|hiring|it|leadership|' +
  'legal|marketing|product|resellers|sales|security|support|values|' +
  '(?:board|business|customer|enterprise|labor|people|product|solutions|tools|total|upstream)-[-a-z]+';

/**
 * Hosts and prefixes under which the public handbook's pages have the same paths: its former host, an unofficial translation, and
 * review builds.
 */
const OTHER_HOST =
  /^(?:(?:about\.gitlab\.com|gl-handbook-ja\.page)(?=\/handbook\/)|handbook\.gitlab\.com\/mr\d+(?=\/))/;
const SHORT_FORM = new RegExp(`^handbook\\.gitlab\\.com(?=/(?:${SECTIONS})/)`);

/** The pages of the handbook, public and internal, and the public one's lists by tag. */
const PAGE = /^(?:(?:handbook|internal)\.gitlab\.com\/handbook|handbook\.gitlab\.com\/tags)\//;

/** URLs that are canonical already, as nearly all are: they needn't be parsed. */
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
