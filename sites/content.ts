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
