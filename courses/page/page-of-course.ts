import type { Address } from '../../sites/address.ts';
import type { AddressOf } from './links.ts';

/** What the caller knows of the page, and what its words do not say. */
export interface PageOfCourse {
  /** The page's own. */
  address: Address;
  /** Month of the page, such as `2026-08`. */
  edition: string;
  /** Title of the audience of a page that names none. */
  everyone: string;
  /** The canonical address of a URL that is a handbook's page (`addressOf` in `sites/index.ts`). */
  addressOf: AddressOf;
  /** What there is to read of a document (`contentOf` in `sites/read-page.ts`). */
  contentOf: (document: Document) => Element | null;
}
