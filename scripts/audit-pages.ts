import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { parseHTML } from 'linkedom';
import { type CourseIndex, type Match, matchesOf } from '../courses/match.ts';
import type { Address } from '../sites/address.ts';
import { readDocsyPage } from '../sites/docsy-page.ts';
import { addressOf } from '../sites/index.ts';
import type { PageKind } from '../sites/site.ts';
import { stubTarget } from '../sites/stub.ts';

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
 * `html` without what stands on the page before its content, which readDocsyPage does not look at: on a live page the
 * navigation is nine tenths of the elements.
 */
function withoutNavigation(html: string): string {
  const body = /<body\b[^>]*>/i.exec(html);
  const content = html.search(/<div\b[^>]*\bclass=["']?td-content\b/);
  if (!body || content < body.index) return html;
  return html.slice(0, body.index + body[0].length) + html.slice(content);
}

/** `html` as a document at `url`, of which no script runs and nothing is fetched. */
function documentOf(html: string, url: string): Document {
  // linkedom takes the first element for the document's; a browser would put these around it.
  const body = /<body\b/i.test(html) ? html : `<body>${html}</body>`;
  const { document } = parseHTML(withoutNavigation(/<html\b/i.test(html) ? html : `<html>${body}</html>`));
  return Object.defineProperty(document, 'location', { value: new URL(url) });
}

/** The HTML files of `folder`, in order. Throws where it cannot be read. */
function pagesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.html?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, sep).length))
    .sort();
}

/**
 * Reads every page of a folder of rendered pages, the web root of `origin`, with the extension's own code. One at a
 * time, since a handbook is gigabytes. Throws where the folder or a file of it cannot be read.
 */
export function* auditPages(folder: string, origin: string, index: CourseIndex): Generator<PageReport> {
  for (const file of pagesIn(folder)) {
    const path = file
      .split(sep)
      .map(encodeURIComponent)
      .join('/')
      .replace(/(?<=^|\/)index\.html?$/, '');
    const document = documentOf(readFileSync(join(folder, file), 'utf8'), `${origin}/${path}`);
    const { url, kind, headings } = readDocsyPage(document);
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
