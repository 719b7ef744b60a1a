import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { parseHTML } from 'linkedom';

/**
 * `html` without what stands on the page before its content, which readPage does not look at: on a live page the
 * navigation is nine tenths of the elements.
 */
function withoutNavigation(html: string): string {
  const body = /<body\b[^>]*>/i.exec(html);
  const content = html.search(/<div\b[^>]*\bclass=["']?td-content\b/);
  if (!body || content < body.index) return html;
  return html.slice(0, body.index + body[0].length) + html.slice(content);
}

/** `html` as a document at `url`, of which no script runs and nothing is fetched. */
export function documentOf(html: string, url: string): Document {
  // linkedom takes the first element for the document's; a browser would put these around it.
  const body = /<body\b/i.test(html) ? html : `<body>${html}</body>`;
  const { document } = parseHTML(withoutNavigation(/<html\b/i.test(html) ? html : `<html>${body}</html>`));
  return Object.defineProperty(document, 'location', { value: new URL(url) });
}

/** The HTML files of `folder`, in order. Throws where it cannot be read. */
export function pagesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.html?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, sep).length))
    .sort();
}

/** The file `file` of `folder`, the web root of `origin`, as a document at its own address. */
export function renderedPage(folder: string, file: string, origin: string): Document {
  const path = file
    .split(sep)
    .map(encodeURIComponent)
    .join('/')
    .replace(/(?<=^|\/)index\.html?$/, '');
  return documentOf(readFileSync(join(folder, file), 'utf8'), `${origin}/${path}`);
}
