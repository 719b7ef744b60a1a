import type { Heading, Page, PageKind } from './site.ts';

/**
 * The element with a page's content: the one that Hugo's Docsy theme marks, and null for a page of that theme without it. On other
 * pages, the main part, the first article, or the body.
 */
export function contentOf(document: Document): Element | null {
  const marked = document.querySelector('.td-content');
  if (marked || document.querySelector('body[class*="td-"]')) return marked;
  return document.querySelector('main,[role="main"]') ?? document.querySelector('article') ?? document.body;
}

/** The headings in a page's content that have an id, in their order. */
export function headingsIn(document: Document): Element[] {
  return [...(contentOf(document)?.querySelectorAll(':is(h2,h3,h4,h5,h6)[id]') ?? [])];
}

// A page may contain anything. These limits keep the message to the panel small.
const MOST_HEADINGS = 1000;
const LONGEST_TEXT = 200;

/** The text of `element` as one line, without links that have no letters or digits: headings link to themselves with a symbol. */
function textOf(element: Element | null | undefined): string {
  let text = '';
  for (const { nodeName, textContent } of element?.childNodes ?? []) {
    if (nodeName !== 'A' || /[\p{L}\p{N}]/u.test(textContent ?? ''))
      text += nodeName === 'BR' ? ' ' : textContent;
  }
  return text.replace(/\s+/g, ' ').trim().slice(0, LONGEST_TEXT).toWellFormed();
}

function kindOf(document: Document, content: Element | null): PageKind {
  const { classList } = document.body ?? document.documentElement;
  const [load] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  if (classList.contains('td-404') || (load?.responseStatus ?? 0) >= 400) return 'missing';
  if (classList.contains('td-term') || classList.contains('td-taxonomy')) return 'list';
  if (content?.matches('.td-content')) return 'content';
  if (document.querySelector('meta[http-equiv="refresh" i]')) return 'moved';
  return content?.querySelector('h1,h2') ? 'content' : 'other';
}

function headingsOf(document: Document): Heading[] {
  return (
    headingsIn(document)
      // No link can name an id that isn't well-formed, and none that people write names a very long one.
      .filter(({ id }) => id && id.length <= LONGEST_TEXT && id.isWellFormed())
      .slice(0, MOST_HEADINGS)
      .map((element) => ({
        id: element.id,
        level: Number(element.tagName[1]) as Heading['level'],
        text: textOf(element),
      }))
  );
}

/**
 * Reads a handbook's page. It only looks inside the content, since the navigation tree of a live page of the GitLab handbook has
 * some 18,000 elements. `title` is '' and `headings` is empty if the page has none.
 */
export function readPage(document: Document): Page {
  const content = contentOf(document);
  return {
    url: document.location.href,
    kind: kindOf(document, content),
    title: textOf(content?.querySelector('h1')) || textOf(document.querySelector('title')),
    lang: (document.documentElement.getAttribute('lang') ?? '').slice(0, 35),
    headings: headingsOf(document),
  };
}
