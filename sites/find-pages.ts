/** The known pages of a site. */
export interface PagesList {
  /** Scheme and host of the paths. */
  origin: string;
  /** Name of the file that the list was made from. */
  source: string;
  /** Month of the source, such as `2026-08`. */
  taken: string;
  /** Canonical paths, in order. */
  pages: string[];
}
