import type { Address } from './address.ts';

/**
 * The kind of a document: `content` is a page to read, `missing` the site's "not found" page, `moved` a stub that redirects, `list` an
 * index by tag or category, `other` anything else.
 */
export type PageKind = 'content' | 'missing' | 'moved' | 'list' | 'other';

/** A heading of a page that can be linked to; `level` is 2 to 6. */
export interface Heading {
  id: string;
  level: 2 | 3 | 4 | 5 | 6;
  text: string;
}

/** What was read from a document. `url` is the document's own, with its anchor; texts are plain text. */
export interface Page {
  url: string;
  kind: PageKind;
  title: string;
  /** The language tag that the page declares; '' if it declares none. */
  lang: string;
  headings: Heading[];
}

/** The address rules of a handbook. Each site has one file; its hosts are in `patterns.ts`. */
export interface Site {
  /**
   * The canonical address of a URL of this site, without credentials; undefined if it isn't a page of its handbook. Never throws.
   */
  addressOf(url: string): Address | undefined;
}

/** Sites that the reader or their organisation added, with the match patterns of their pages. */
export interface AddedSites extends Site {
  patterns: string[];
}
