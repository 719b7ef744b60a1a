import { type CourseIndex, type Match, matchesOf } from '../courses/match.ts';
import type { Address } from '../sites/address.ts';
import { addressOf } from '../sites/index.ts';
import { readPage } from '../sites/read-page.ts';
import type { PageKind } from '../sites/site.ts';
import { stubTarget } from '../sites/stub.ts';
import { pagesIn, renderedPage } from './rendered-page.ts';

/** What the audit found of one page of the folder. */
export interface PageReport {
  /** Path of the file in the folder. */
  file: string;
  kind: PageKind;
  /** Undefined for what is no page of the handbook. */
  address: Address | undefined;
  /** Where a stub leads. */
  movedTo: Address | undefined;
  /** Ids of its headings, where a course names the page: those of a whole handbook would fill the memory. */
  headings: string[];
  /** Where it is in each course that has it, the surest first. */
  matches: Match[];
}

/**
 * Reads every page of a folder of rendered pages, the web root of `origin`, with the extension's own code. One at a
 * time, since a handbook is gigabytes. Throws where the folder or a file of it cannot be read.
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
