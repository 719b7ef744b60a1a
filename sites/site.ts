import type { Address } from './address.ts';

/**
 * What a document of a handbook is: `content` is a page to read, `missing` the site's "not found" page,
 * `moved` a stub that only leads elsewhere, `list` an index by tag or category, `other` anything else.
 */
export type PageKind = 'content' | 'missing' | 'moved' | 'list' | 'other';

/** A heading of a page that can be linked to; `level` is 2 to 6. */
export interface Heading {
  id: string;
  level: 2 | 3 | 4 | 5 | 6;
  text: string;
}

/** What a site read from a document. `url` is the document's own, with its anchor; texts are plain text. */
export interface Page {
  url: string;
  kind: PageKind;
  title: string;
  headings: Heading[];
}

/** Where a handbook is read: its rules of address. One file a site; its hosts are in `patterns.ts`. */
export interface Site {
  /**
   * The canonical address of a URL of this site, with no credentials in it; undefined for one that is not a page of its handbook.
   * Never throws.
   */
  addressOf(url: string): Address | undefined;
}

/** Sites that the reader or their organisation has added, with the match patterns of their pages. */
export interface AddedSites extends Site {
  patterns: string[];
}
