import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { parseHTML } from 'linkedom';

/**
 * `html` without the navigation before the content. It has nine tenths of a live page's elements, and readPage doesn't
 * look at it.
 */
function withoutNavigation(html: string): string {
  const body = /<body\b[^>]*>/i.exec(html);
  const content = html.search(/<div\b[^>]*\bclass=["']?td-content\b/);
  if (!body || content < body.index) return html;
  return html.slice(0, body.index + body[0].length) + html.slice(content);
}

/** Parses `html` as the document at `url`. No script runs and nothing is fetched. */
export function documentOf(html: string, url: string): Document {
  // A browser adds missing <html> and <body> elements; linkedom doesn't.
  const body = /<body\b/i.test(html) ? html : `<body>${html}</body>`;
  const { document } = parseHTML(withoutNavigation(/<html\b/i.test(html) ? html : `<html>${body}</html>`));
  return Object.defineProperty(document, 'location', { value: new URL(url) });
}

/** The HTML files in `folder` and below, sorted. @throws if it can't be read */
export function pagesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.html?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, sep).length))
    .sort();
}

/** Reads `file` in `folder`, the web root of `origin`, as a document at its address. */
export function renderedPage(folder: string, file: string, origin: string): Document {
  const path = file
    .split(sep)
    .map(encodeURIComponent)
    .join('/')
    .replace(/(?<=^|\/)index\.html?$/, '');
  return documentOf(readFileSync(join(folder, file), 'utf8'), `${origin}/${path}`);
}
