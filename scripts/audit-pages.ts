import { type CourseIndex, type Match, matchesOf } from '../courses/match.ts';
import type { Address } from '../sites/address.ts';
import { addressOf } from '../sites/index.ts';
import { readPage } from '../sites/read-page.ts';
import type { PageKind } from '../sites/site.ts';
import { stubTarget } from '../sites/stub.ts';
import { pagesIn, renderedPage } from './rendered-page.ts';

/** What the audit found out about one page in the folder. */
export interface PageReport {
  /** Path of the file in the folder. */
  file: string;
  kind: PageKind;
  /** Undefined if it isn't a page of the handbook. */
  address: Address | undefined;
  /** Where a moved page redirects to. */
  movedTo: Address | undefined;
  /** The ids of its headings, if a course links to the page. Those of a whole handbook would fill the memory. */
  headings: string[];
  /** Its places in courses, the most certain first. */
  matches: Match[];
}

/**
 * Reads every page in a folder of rendered pages, the web root of `origin`, one at a time, since a handbook may have gigabytes.
 * @throws if the folder or a file can't be read
 */
export function* auditPages(folder: string, origin: string, index: CourseIndex): Generator<PageReport> {
  for (const file of pagesIn(folder)) {
    const document = renderedPage(folder, file, origin);
    const { url, kind, headings } = readPage(document);
    const address = addressOf(url);
    yield {
      file,
      kind,
      address,
      movedTo: kind === 'moved' ? stubTarget(document) : undefined,
      headings: address && index.at.has(address) ? headings.map(({ id }) => id) : [],
      matches: address ? matchesOf(index, address) : [],
    };
  }
}
