import type { Heading, Page, PageKind } from './site.ts';

// A page may hold anything: what is read of it is bounded, so that one message stays small.
const MOST_HEADINGS = 1000;
const LONGEST_TEXT = 200;

const SELF_LINK = '.td-heading-self-link';

/** The text of `element` as one line, without a heading's link to itself. */
function textOf(element: Element | null): string {
  let text = '';
  for (const node of element?.childNodes ?? []) {
    if (!(node as Element).matches?.(SELF_LINK)) text += node.nodeName === 'BR' ? ' ' : node.textContent;
  }
  return text.replace(/\s+/g, ' ').trim().slice(0, LONGEST_TEXT).toWellFormed();
}

function kindOf(document: Document, content: Element | null): PageKind {
  const { classList } = document.body ?? document.documentElement;
  if (classList.contains('td-404')) return 'missing';
  if (classList.contains('td-term') || classList.contains('td-taxonomy')) return 'list';
  if (content) return 'content';
  return document.querySelector('meta[http-equiv="refresh" i]') ? 'moved' : 'other';
}

function headingsOf(content: Element | null): Heading[] {
  const headings: Heading[] = [];
  for (const element of content?.querySelectorAll(':is(h2,h3,h4,h5,h6)[id]') ?? []) {
    if (headings.length === MOST_HEADINGS) break;
    // No link leads to an id that is no proper text, and none that people write to a very long one.
    if (element.id && element.id.length <= LONGEST_TEXT && element.id.isWellFormed()) {
      headings.push({
        id: element.id,
        level: Number(element.tagName[1]) as Heading['level'],
        text: textOf(element),
      });
    }
  }
  return headings;
}

/**
 * Reads a page that Hugo's Docsy theme has rendered. It looks inside `.td-content` only: a live page's
 * navigation tree has some 18,000 elements. What a page lacks is empty in the answer.
 */
export function readDocsyPage(document: Document): Page {
  const content = document.querySelector('.td-content');
  return {
    url: document.location.href,
    kind: kindOf(document, content),
    title: textOf(content?.querySelector('h1') ?? null) || document.title.trim().slice(0, LONGEST_TEXT),
    headings: headingsOf(content),
  };
}
