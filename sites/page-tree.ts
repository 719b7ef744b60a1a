import { contentOf } from './read-page.ts';

/** A part of a page as plain data: its text, or its tag in small letters, those attributes that a course is read by, and its parts. */
export type PageTree = string | [tag: string, attributes: Record<string, string>, ...parts: PageTree[]];

/** What a course is read by (`courses/page/`). */
const ATTRIBUTES = ['id', 'class', 'role', 'href', 'src', 'title', 'type'];
/** The most nodes, letters and levels of a tree: six times the longest page known. What is beyond them is left out. */
const MOST = { nodes: 30_000, letters: 1_000_000, depth: 500 };

/**
 * The content of this page, whether it is all of it, and the language that the page says it is in; undefined where the page has
 * none. With its URL: who asked a tab may be answered by the page that it went on to.
 */
export function pageTree(): { tree: PageTree; whole: boolean; lang: string; url: string } | undefined {
  const content = contentOf(document);
  if (!content) return undefined;
  let { nodes, letters } = MOST;
  const treeOf = (element: Element, depth: number): PageTree => {
    const attributes: Record<string, string> = {};
    for (const name of ATTRIBUTES) {
      // Where a link leads is said by the page, which may have another base than its address.
      const full: unknown = name === 'href' || name === 'src' ? Reflect.get(element, name) : undefined;
      const value = typeof full === 'string' ? full : element.getAttribute(name);
      if (value) attributes[name] = value.slice(0, 2000);
    }
    const tree: PageTree = [element.nodeName.toLowerCase(), attributes];
    for (const child of element.childNodes) {
      const { nodeName, nodeValue } = child;
      // A form's own properties may be those of its fields; nothing of a course stands in one.
      if (typeof nodeName !== 'string' || /^(form|script|style|svg)$/i.test(nodeName) || --nodes < 0)
        continue;
      if (nodeName === '#text') {
        letters -= nodeValue?.length ?? 0;
        if (letters > 0) tree.push(nodeValue ?? '');
      } else if (child instanceof Element && depth < MOST.depth) tree.push(treeOf(child, depth + 1));
    }
    return tree;
  };
  const tree = treeOf(content, 0);
  const lang = document.documentElement.getAttribute('lang') ?? '';
  return { tree, whole: nodes >= 0 && letters > 0, lang: lang.slice(0, 35), url: document.URL };
}
