/** What is common to the lists about a site's pages. */
interface PageFacts {
  /** Scheme and host of the paths, such as `https://handbook.gitlab.com`. */
  origin: string;
  /** Name of the file or folder that the list was made from. */
  source: string;
  /** The month in which the source was read, such as `2026-08`. */
  taken: string;
}

/** The known pages of a site. */
export interface PagesList extends PageFacts {
  /** Canonical paths, sorted. */
  pages: string[];
}

/** The titles of a site's pages, as their authors wrote them. Pages that don't exist any more may have one. */
export interface PageTitles extends PageFacts {
  /** By canonical path. */
  titles: Partial<Record<string, string>>;
}

/** The headings of a site's known pages. */
export interface PageHeadings extends PageFacts {
  /** The headings' ids in their order, separated by spaces (HTML allows none in an id), by the page's canonical path. */
  headings: Partial<Record<string, string>>;
}
