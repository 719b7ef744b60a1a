import type { Heading, Page, PageKind } from './site.ts';

/**
 * The element that holds what there is to read of a page, by what the page offers: Hugo's Docsy theme marks it, and a page of that
 * theme without it has nothing to read; any other page has a main part, an article, or is read as a whole.
 */
export function contentOf(document: Document): Element | null {
  const marked = document.querySelector('.td-content');
  if (marked || document.querySelector('body[class*="td-"]')) return marked;
  return document.querySelector('main,[role="main"]') ?? document.querySelector('article') ?? document.body;
}

/** The headings of a page's content that can be linked to, in its order. */
export function headingsIn(document: Document): Element[] {
  return [...(contentOf(document)?.querySelectorAll(':is(h2,h3,h4,h5,h6)[id]') ?? [])];
}

// A page may hold anything: what is read of it is bounded, so that one message stays small.
const MOST_HEADINGS = 1000;
const LONGEST_TEXT = 200;

/** The text of `element` as one line, without a heading's link to itself, whose text is a sign or none. */
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
      // No link leads to an id that is no proper text, and none that people write to a very long one.
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
 * Reads a handbook's page. It looks inside the content only: the navigation tree of a live page of the GitLab handbook has
 * some 18,000 elements. What a page lacks is empty in the answer.
 */
export function readPage(document: Document): Page {
  const content = contentOf(document);
  return {
    url: document.location.href,
    kind: kindOf(document, content),
    title: textOf(content?.querySelector('h1')) || textOf(document.querySelector('title')),
    headings: headingsOf(document),
  };
}
